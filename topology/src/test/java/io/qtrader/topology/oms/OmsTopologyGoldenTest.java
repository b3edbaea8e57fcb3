package io.qtrader.topology.oms;

import io.qtrader.client.Registry;
import io.qtrader.client.TopicNames;
import io.qtrader.topology.Golden;
import io.qtrader.topology.JournalIdentity;
import io.qtrader.topology.Patience;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OmsTopologyGoldenTest {

    @Test
    void isTheTopologyOnFile() throws IOException {
        try (Registry registry = new Registry(Map.of(Registry.URL_KEY, "http://127.0.0.1:1"))) {
            Golden.matches(
                    "oms-topology.txt",
                    OmsTopology.of(
                            TopicNames.DEFAULT,
                            new JournalIdentity("any", 4),
                            registry,
                            new Patience("oms")));
        }
    }
}
