package io.qtrader.topology.blotter;

import io.qtrader.client.TopicNames;
import io.qtrader.topology.Golden;
import io.qtrader.topology.JournalIdentity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BlotterTopologyGoldenTest {

    @Test
    void isTheTopologyOnFile() throws IOException {
        Golden.matches(
                "blotter-topology.txt",
                BlotterTopology.of(TopicNames.DEFAULT, new JournalIdentity("any", 4)));
    }
}
