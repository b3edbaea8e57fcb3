package io.qtrader.core.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbered rules as the packages of the core state them, and where code and tests cite them. */
final class Rules {
    /** Layers in the order in which a reader should meet them. */
    static final List<String> PACKAGES = List.of(
            "net", "parent", "algo", "order", "child", "execution", "position", "risk");

    /** What no story can show, since it is about what a layer may see, and the test that shows it. */
    static final Map<String, Path> SHOWN_ELSEWHERE = new TreeMap<>(Map.of(
            // Net is forbidden the packages and rows of orders.
            "N4", Path.of("../app/src/test/java/io/qtrader/app/LayersTest.java"),
            // All of the core but one class is forbidden to tell brokers anything.
            "C2", Path.of("../app/src/test/java/io/qtrader/app/LayersTest.java")));

    static final Pattern NUMBER = Pattern.compile("\\b([NPOCESR][1-9])\\b");

    private static final Pattern ITEM = Pattern.compile("<li>(.*?)(?=<li>|</ul>)", Pattern.DOTALL);

    private final Path core;

    Rules(Path core) {
        this.core = core;
    }

    /** What a package's documentation says of its rules, an entry a list item. */
    List<String> statedIn(String layer) {
        String text = read(core.resolve("src/main/java/io/qtrader/core/" + layer + "/package-info.java"))
                .replaceAll("(?m)^ \\*/?", "").replaceAll("\\s+", " ");
        List<String> items = new ArrayList<>();
        Matcher item = ITEM.matcher(text);
        while (item.find()) {
            items.add(item.group(1).trim().replaceAll("\\{@code ([^}]*)}", "`$1`").replace("&gt;", ">"));
        }
        return items;
    }

    /** The numbers of all rules that the packages state. */
    TreeSet<String> stated() {
        TreeSet<String> stated = new TreeSet<>();
        for (String layer : PACKAGES) {
            String rules = String.join(" ", statedIn(layer));
            NUMBER.matcher(rules).results().forEach(number -> stated.add(number.group()));
        }
        return stated;
    }

    /** Rule → the tests that show it: the core's own, and those elsewhere that do cite it. */
    Map<String, TreeSet<String>> shown() {
        Map<String, TreeSet<String>> shown = citedBelow("src/test");
        SHOWN_ELSEWHERE.forEach((rule, file) -> {
            if (citedBelow(file.toString()).containsKey(rule)) {
                shown.computeIfAbsent(rule, r -> new TreeSet<>()).add(name(file));
            }
        });
        return shown;
    }

    /** Rule → the files below a folder that cite it, without the package pages that state it. */
    Map<String, TreeSet<String>> citedBelow(String folder) {
        Map<String, TreeSet<String>> cited = new TreeMap<>();
        for (Path file : files(core.resolve(folder))) {
            Matcher number = NUMBER.matcher(read(file));
            while (number.find()) {
                cited.computeIfAbsent(number.group(1), n -> new TreeSet<>()).add(name(file));
            }
        }
        return cited;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") ? name.substring(0, name.length() - ".java".length()) : name;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".story"))
                    .filter(f -> !f.endsWith("package-info.java"))
                    .filter(f -> !f.toString().contains("/docs/"))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
