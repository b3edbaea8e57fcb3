package io.qtrader.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.app.CommandFailure;
import io.qtrader.schemas.Algo;
import io.qtrader.schemas.ControlAction;
import io.qtrader.schemas.Limit;
import io.qtrader.schemas.LimitType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    @TempDir
    private Path directory;

    @Test
    void theDefaultPolicyIsSound() {
        PolicyFile file = PolicyFile.builtIn(PolicyFile.DEFAULT);

        assertThat(file.policy().getAlgos()).extracting("algo")
                .containsExactly(Algo.TWAP, Algo.TWAP, Algo.IMMEDIATE);
        assertThat(file.policy().getInstrument().getTick()).isEqualTo(0.01);
        assertThat(file.policy().getRoute().getBrokerid()).isEqualTo("paper");
        assertThat(file.policy().getMaxqty()).isEqualTo(1_000_000_000L);
        assertThat(file.details()).isEmpty();
    }

    @Test
    void theDemoPolicyDiffersInItsHorizonsOnly() {
        var demo = PolicyFile.builtIn(PolicyFile.DEMO).policy();
        var standard = PolicyFile.builtIn(PolicyFile.DEFAULT).policy();

        assertThat(demo.getAlgos()).isNotEqualTo(standard.getAlgos());
        demo.setAlgos(standard.getAlgos());
        assertThat(demo).isEqualTo(standard);
    }

    @Test
    void listsBecomeControlsInTheOrderOfTheFile() throws IOException {
        PolicyFile file = PolicyFile.read(with("""
                instruments:
                  - {sym: 7203, lot: 100, tick: 0.5}
                routes:
                  - {sym: 7203, brokerid: fix, venue: T, canreplace: false}
                limits:
                  - {type: POSITION, sym: AAPL, strat: s1, value: 1000}
                  - {type: COLLAR, value: 0.05}
                """));

        assertThat(file.details()).extracting("action").containsExactly(ControlAction.INSTRUMENT,
                ControlAction.ROUTE, ControlAction.LIMIT, ControlAction.LIMIT);
        assertThat(file.details()).extracting("sym").containsExactly("7203", "7203", "AAPL", null);
        assertThat(file.details().get(2).getStrat()).isEqualTo("s1");
        assertThat(file.details().get(3).getDetail()).isEqualTo(new Limit(LimitType.COLLAR, 0.05));
        assertThat(file.details()).extracting("operator").containsOnly("setup");
        assertThat(file.controls()).hasSize(5).first().extracting("action")
                .isEqualTo(ControlAction.POLICY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "acktimeoutms: 5000      | acktimeoutms: 0       | acktimeoutms=0, min=1",
        "acktimeoutms: 5000      | acktimeoutms: soon    | acktimeoutms is \"soon\": must be",
        "acktimeoutms: 5000      | acktimeoutms: 1e30    | acktimeoutms is 1.0E30: must be",
        "acktimeoutms: 5000      | acktimeout: 5000      | acktimeout is no key of Policy",
        "acktimeoutms: 5000      | # gone                | acktimeoutms is missing",
        "retries: 5              | retries: 3000000000   | retries is 3000000000: must be",
        "unknowntimeoutms: 15000 | unknowntimeoutms: 50  | unknowntimeoutms=50, must be",
        "maxurgency: 0.8         | maxurgency: 0.3       | algos.maxurgency=0.3, must ascend",
        "maxurgency: 1.0         | maxurgency: 0.9       | algos: the last maxurgency=0.9",
        "maxurgency: 0.8         | maxurgency: .nan      | not YAML that can be read (Malformed",
        "algo: IMMEDIATE         | algo: VWAP            | algos[2].algo is \"VWAP\": must be",
        "slices: 6               | slices: 0             | algos: maxurgency=0.8, slices=0",
        "lot: 1                  | lot: 0                | instrument.lot=0, min=1",
        "tick: 0.01              | tick: -1              | instrument.tick=-1.0, must be above 0",
        "brokerid: paper         | brokerid: true        | route.brokerid is true: must be text",
        "canreplace: true        | canreplace: maybe     | route.canreplace is \"maybe\": must",
        "limits: []              | limits: [{value: 1}]  | limits[0].type is missing",
        "limits: []              | limits: {a: 1}        | limits must be a list",
        "instruments: []         | instruments: [{lot: 1, tick: 1}] | instruments[0].sym is missing",
        "rulesversion: 1         | rulesversion: [       | not YAML that can be read",
    })
    void namesTheKeyAndItsFault(String right, String wrong, String said) throws IOException {
        Path file = write(standard().replaceFirst(Pattern.quote(right), wrong));

        assertThatThrownBy(() -> PolicyFile.read(file)).isInstanceOf(CommandFailure.class)
                .message().startsWith(file.toString()).contains(said).doesNotContain("\n");
    }

    @Test
    void refusesAKeyThatIsThereTwice() throws IOException {
        Path file = write(standard() + "\nretries: 7\n");

        assertThatThrownBy(() -> PolicyFile.read(file)).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("retries");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> PolicyFile.read(directory.resolve("none.yaml")))
                .isInstanceOf(CommandFailure.class).hasMessageContaining("cannot read")
                .hasMessageContaining("none.yaml").hasMessageContaining("--policy");
    }

    private Path with(String lists) throws IOException {
        return write(standard().replaceAll("(?m)^(instruments|routes|limits): \\[]$", "") + lists);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(directory.resolve("policy.yaml"), yaml);
    }

    private static String standard() throws IOException {
        try (InputStream in = PolicyFile.class.getResourceAsStream("/policy.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
