package io.qtrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a house of its own, with a Java and a Maven that only say what they got. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "qtrader").toAbsolutePath().normalize();

    @TempDir
    private Path house;

    private Path launcher;

    private record Ended(int code, List<String> lines) {
    }

    @BeforeEach
    void build() throws IOException {
        launcher = Files.copy(LAUNCHER, house.resolve("qtrader"));
        Files.createDirectories(house.resolve("app/src/main"));
        Files.createDirectories(house.resolve("app/target"));
        old(Files.createFile(house.resolve("pom.xml")));
        old(house.resolve("app/src/main"));
        Files.createFile(house.resolve("app/target/built"));
        java("17.0.9");
        script("bin/mvn",
                "echo '[INFO] Building qtrader-app 0.1 [7/7]'; echo '[INFO] BUILD SUCCESS'");
        script("bin/javac", "");
    }

    @Test
    void startsJavaOnTheJarsOfItsOwnHouse() throws Exception {
        Ended ended = run("intent", "AAPL", "a b", "1");

        assertThat(ended.code()).isZero();
        assertThat(ended.lines()).hasSize(1).first().asString()
                .contains("-XX:TieredStopAtLevel=1", "io.qtrader.app.Main intent AAPL [a b] 1",
                        "-cp " + real(house) + "/app/target/qtrader-app.jar:");
    }

    @Test
    void findsItsHouseThroughLinks() throws Exception {
        Path elsewhere = Files.createDirectory(house.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("one"), launcher);
        launcher = Files.createSymbolicLink(elsewhere.resolve("two"), Path.of("one"));

        assertThat(run("up").lines()).first().asString()
                .contains("-cp " + real(house) + "/app/target/qtrader-app.jar:");
    }

    @Test
    void buildsWhenASourceIsNewer() throws Exception {
        Files.writeString(house.resolve("app/src/main/New.java"), "");
        Files.setLastModifiedTime(house.resolve("app/src/main/New.java"),
                FileTime.from(Instant.now().plusSeconds(2)));

        assertThat(run("demo").lines()).hasSize(3)
                .anyMatch(line -> line.startsWith("Building qtrader;"))
                .anyMatch(line -> line.equals("  [7/7] qtrader-app"));
    }

    @Test
    void saysWhereTheBuildFailed() throws Exception {
        Files.delete(house.resolve("app/target/built"));
        script("bin/mvn", "echo '[ERROR] no such thing'; exit 1");

        Ended ended = run("demo");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).contains("[ERROR] no such thing");
        assertThat(ended.lines().get(ended.lines().size() - 1))
                .startsWith("qtrader: the build failed").contains("build.log");
        assertThat(house.resolve("app/target/building")).doesNotExist();
    }

    @Test
    void refusesAnOldJavaInOneLine() throws Exception {
        java("11.0.2");
        assertRefused("Java 17 or newer is needed");
        java("1.8.0_392");
        assertRefused("Java 17 or newer is needed");
    }

    @Test
    void refusesAJavaHomeWithoutJavaInOneLine() throws Exception {
        Files.delete(house.resolve("bin/java"));
        assertRefused("has no bin/java");
    }

    @Test
    void letsNewerJavaDoWhatItWouldWarnOf() throws Exception {
        java("25");
        assertThat(run("up").lines()).first().asString()
                .contains("--enable-native-access=ALL-UNNAMED");
    }

    private void assertRefused(String why) throws Exception {
        Ended ended = run("demo");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).hasSize(1).first().asString().startsWith("qtrader: ")
                .contains(why).contains("JAVA_HOME");
    }

    private void java(String version) throws IOException {
        script("bin/java", """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2023-10-17' >&2; exit; fi
                for word; do case $word in *' '*) word="[$word]";; esac; printf '%%s ' "$word"; done
                """.formatted(version));
    }

    private void script(String name, String body) throws IOException {
        Path file = house.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private static String real(Path path) throws IOException {
        return path.toRealPath().toString();
    }

    private Ended run(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", house.toString());
        environment.put("PATH", house.resolve("bin") + ":" + environment.get("PATH"));
        environment.remove("QTRADER_OPTS");
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), lines);
    }
}
