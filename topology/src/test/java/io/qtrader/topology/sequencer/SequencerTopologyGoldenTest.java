package io.qtrader.topology.sequencer;

import io.qtrader.topology.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SequencerTopologyGoldenTest {

    @Test
    void isTheTopologyOnFile() throws IOException {
        try (SequencerDriver sequencer = new SequencerDriver()) {
            Golden.matches(
                    "sequencer-topology.txt",
                    SequencerTopology.of(
                            sequencer.setup(1, SequencerConfig.DEFAULT_CONFLATION)));
        }
    }
}
