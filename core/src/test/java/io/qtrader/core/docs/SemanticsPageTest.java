package io.qtrader.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/SEMANTICS.md says what the code does, or the build fails. */
class SemanticsPageTest {
    private static final Path CORE = Path.of("").toAbsolutePath();
    private static final Path PAGE = CORE.resolve("../docs/SEMANTICS.md").normalize();

    @Test
    void thePageIsAsTheCodeIs() throws IOException {
        String page = new SemanticsPage(new Rules(CORE)).write();
        if (Boolean.getBoolean("qtrader.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/SEMANTICS.md is not as the code is: renew it with the command on it")
                .isEqualTo(page);
    }

    @Test
    void everyRuleIsKeptAndShown() {
        Rules rules = new Rules(CORE);
        assertThat(rules.citedBelow("src/main/java").keySet()).as("rules that the code cites")
                .containsAll(rules.stated());
        assertThat(rules.shown().keySet()).as("rules that tests cite").containsAll(rules.stated());
        assertThat(rules.citedBelow("src/test").keySet()).as("rules that need no test elsewhere")
                .doesNotContainAnyElementsOf(Rules.SHOWN_ELSEWHERE.keySet());
    }
}
