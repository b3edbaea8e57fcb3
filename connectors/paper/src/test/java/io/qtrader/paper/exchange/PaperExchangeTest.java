package io.qtrader.paper.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.ReportType;
import io.qtrader.paper.wire.Request;
import io.qtrader.schemas.Side;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PaperExchangeTest {

    private static final VenueSettings QUICK =
            VenueSettings.DEFAULT.withLatencyMs(0, 0).withStepMs(1).withParts(0.5, 0.5, 1);

    @TempDir Path directory;

    @Test
    void tradesOverTheSocket() throws Exception {
        try (PaperExchange exchange = PaperExchange.start(PaperExchangeConfig.inMemory(QUICK));
                Client client = new Client(exchange.port())) {
            assertThat(logon(client).lastseq()).isZero();
            client.send(new Request.Resend(1));
            client.send(new Request.MarketQuote("AAPL", 182.49, 182.51, 0, 0, 0));
            client.send(new Request.NewOrder("1", "AAPL", Side.BUY, 182.51, 100));
            assertReport(client.report(), 1, ReportType.NEW, 0);
            assertReport(client.report(), 2, ReportType.FILL, 50);
            assertReport(client.report(), 3, ReportType.FILL, 100);
            Answer.LedgerView ledger =
                    (Answer.LedgerView) client.send("{\"type\":\"ledger\"}").read();
            assertThat(ledger.positions()).containsEntry("AAPL", 100L);
            assertThat(ledger.executions()).hasSize(2);
            assertThat(ledger.orders()).extracting(Answer.OrderView::status)
                    .containsExactly("FILLED");
        }
    }

    @Test
    void keepsReportsForWhoComesBack() throws Exception {
        try (PaperExchange exchange = PaperExchange.start(PaperExchangeConfig.inMemory(QUICK))) {
            try (Client client = new Client(exchange.port())) {
                logon(client);
                client.send(new Request.NewOrder("1", "AAPL", Side.BUY, 182.51, 100));
                client.send(new Request.Status("1", "q"));
                client.send(new Request.Resend(2));
                assertReport(client.report(), 2, ReportType.STATUS, 0);
            }
            try (Client client = new Client(exchange.port())) {
                assertThat(logonWhenFree(client).lastseq()).isEqualTo(2);
                client.send(new Request.Resend(1));
                assertReport(client.report(), 1, ReportType.NEW, 0);
                assertReport(client.report(), 2, ReportType.STATUS, 0);
            }
        }
    }

    @Test
    void survivesItsRestartWithAHalfWrittenLine() throws Exception {
        PaperExchangeConfig config =
                new PaperExchangeConfig(0, Optional.of(directory), Optional.empty(), QUICK);
        String venueid;
        try (PaperExchange exchange = PaperExchange.start(config);
                Client client = new Client(exchange.port())) {
            venueid = logon(client).venueid();
            client.send(new Request.NewOrder("1", "AAPL", Side.BUY, 182.51, 100));
            client.send(new Request.Resend(1));
            assertReport(client.report(), 1, ReportType.NEW, 0);
            assertThatThrownBy(() -> PaperExchange.start(config)).isInstanceOf(IOException.class)
                    .hasMessageContaining("another paper exchange is running on");
        }
        Files.writeString(
                directory.resolve("ledger.jsonl"), "{\"entry\":\"repo", StandardOpenOption.APPEND);
        try (PaperExchange exchange = PaperExchange.start(config);
                Client client = new Client(exchange.port())) {
            assertThat(logon(client)).isEqualTo(new Answer.LoggedOn(venueid, "desk", 1));
            client.send(new Request.NewOrder("1", "AAPL", Side.BUY, 182.51, 100));
            client.send(new Request.Resend(2));
            assertReport(client.report(), 2, ReportType.REJECTED, 0);
        }
        Files.writeString(directory.resolve("ledger.jsonl"), "x\n{}\n");
        assertThatThrownBy(() -> PaperExchange.start(config)).isInstanceOf(IOException.class)
                .hasMessageContaining("ledger.jsonl: line 1 is damaged");
    }

    @Test
    void cancelsOnDisconnectWhereAskedTo() throws Exception {
        try (PaperExchange exchange = PaperExchange.start(PaperExchangeConfig.inMemory(QUICK))) {
            try (Client client = new Client(exchange.port())) {
                client.send(new Request.Logon("desk", true)).read();
                client.send(new Request.NewOrder("1", "AAPL", Side.BUY, 182.51, 100));
                client.send(new Request.Resend(1));
                assertReport(client.report(), 1, ReportType.NEW, 0);
            }
            try (Client client = new Client(exchange.port())) {
                logonWhenFree(client);
                client.send(new Request.Resend(2));
                assertReport(client.report(), 2, ReportType.CANCELED, 0);
            }
        }
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndGoesOn() throws Exception {
        try (PaperExchange exchange = PaperExchange.start(PaperExchangeConfig.inMemory(QUICK));
                Client client = new Client(exchange.port());
                Client other = new Client(exchange.port())) {
            for (String line : new String[] {"", "x", "null", "[]", "{}", "{\"type\":\"dance\"}",
                    "{\"type\":\"new\",\"size\":\"many\"}", "{\"type\":\"ledger\"} {}"}) {
                assertThat(client.send(line).read()).as(line).isInstanceOf(Answer.Refused.class);
            }
            assertThat(client.send(new Request.Status("1", null)).read())
                    .isEqualTo(new Answer.Refused("log on first"));
            logon(client);
            assertThat(other.send(new Request.Logon("desk", false)).read())
                    .isEqualTo(new Answer.Refused("session desk is in use"));
            assertThat(isCutOff(other, "x".repeat(2 << 20))).isTrue();
            assertThat(client.send(new Request.LedgerQuery()).read())
                    .isInstanceOf(Answer.LedgerView.class);
        }
    }

    @Test
    void saysWhenThePortIsInUse() throws Exception {
        try (PaperExchange exchange = PaperExchange.start(PaperExchangeConfig.inMemory(QUICK))) {
            assertThatThrownBy(() -> PaperExchange.start(new PaperExchangeConfig(
                    exchange.port(), Optional.empty(), Optional.empty(), QUICK)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("paper exchange: port " + exchange.port()
                            + " is in use; stop what has it, or give another");
        }
    }

    private static boolean isCutOff(Client client, String line) throws Exception {
        try {
            return client.send(line).read() == null;
        } catch (SocketException e) {
            return true; // what it had not read yet makes the cut a hard one
        }
    }

    private static Answer.LoggedOn logon(Client client) throws Exception {
        return (Answer.LoggedOn) client.send(new Request.Logon("desk", false)).read();
    }

    /** The exchange may not have seen yet that the former client is gone. */
    private static Answer.LoggedOn logonWhenFree(Client client) throws Exception {
        Answer answer;
        do {
            answer = client.send(new Request.Logon("desk", false)).read();
        } while (answer.equals(new Answer.Refused("session desk is in use")));
        return (Answer.LoggedOn) answer;
    }

    private static void assertReport(
            Answer.Sequenced found, long seq, ReportType type, long cumqty) {
        assertThat(found.seq()).isEqualTo(seq);
        assertThat(found.report().exec()).isEqualTo(type);
        assertThat(found.report().cumqty()).isEqualTo(cumqty);
    }
}
