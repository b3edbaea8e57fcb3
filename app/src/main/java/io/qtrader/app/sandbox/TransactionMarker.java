package io.qtrader.app.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest.TxnMarkerEntry;
import org.apache.kafka.common.requests.WriteTxnMarkersResponse;

/**
 * Writes the marker that ends a transaction in one partition. Kafka's Admin can only abort; a
 * transaction that its coordinator has committed must not be.
 */
final class TransactionMarker {

    private TransactionMarker() {
    }

    /**
     * Writes one marker on a broker of this machine, without any security.
     *
     * @return what the broker said to it
     */
    static Errors write(int port, TopicPartition partition, long producerId, short producerEpoch,
            int coordinatorEpoch, TransactionResult result) throws IOException {
        short version = ApiKeys.WRITE_TXN_MARKERS.oldestVersion();
        RequestHeader header =
                new RequestHeader(ApiKeys.WRITE_TXN_MARKERS, version, "qtrader-sandbox", 1);
        TxnMarkerEntry marker = new TxnMarkerEntry(producerId, producerEpoch, coordinatorEpoch,
                result, List.of(partition), (short) 0);
        ByteBuffer request = new WriteTxnMarkersRequest.Builder(List.of(marker)).build(version)
                .serializeWithHeader(header);
        WriteTxnMarkersResponse response =
                (WriteTxnMarkersResponse) AbstractResponse.parseResponse(
                        answer(port, request), header);
        return response.errorsByProducerId().get(producerId).get(partition);
    }

    private static ByteBuffer answer(int port, ByteBuffer request) throws IOException {
        try (Socket socket = new Socket(LoopbackPort.HOST, port)) {
            socket.setSoTimeout(10_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(request.remaining());
            out.write(request.array(), request.arrayOffset() + request.position(),
                    request.remaining());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return ByteBuffer.wrap(in.readNBytes(in.readInt()));
        }
    }
}
