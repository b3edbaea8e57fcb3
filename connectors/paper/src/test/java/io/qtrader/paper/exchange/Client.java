package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.LineReader;
import io.qtrader.paper.wire.Request;
import io.qtrader.paper.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A bare client of the exchange's socket; reading waits at most ten seconds. */
final class Client implements AutoCloseable {

    private final Socket socket;
    private final LineReader in;
    private final Wire<Answer> answers = new Wire<>(Answer.class);
    private final Wire<Request> requests = new Wire<>(Request.class);

    Client(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        in = new LineReader(socket.getInputStream());
    }

    Client send(Request request) throws IOException {
        return send(requests.line(request));
    }

    Client send(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The next answer; null when the exchange has closed the line. */
    Answer read() throws Exception {
        String line = in.next();
        return line == null ? null : answers.read(line);
    }

    Answer.Sequenced report() throws Exception {
        return (Answer.Sequenced) read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
