package io.qtrader.app.sandbox;

import io.qtrader.app.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on the loopback address: given ones are checked, others are found. */
public final class LoopbackPort {

    /** The only address that the sandbox listens on. */
    public static final String HOST = "127.0.0.1";

    private static final int HIGHEST = 65535;

    private LoopbackPort() {
    }

    /** A port that was free a moment ago. */
    public static int free() {
        try (ServerSocket socket = bind(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandFailure("no free port on " + HOST + " (" + e.getMessage() + ")",
                    "end something that listens there", e);
        }
    }

    /** Whether a port is free now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = bind(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The port that was asked for.
     *
     * @param port the port wanted, 0 for any
     * @param user what wants to listen there, for the message
     * @param flag the flag that names another
     * @throws CommandFailure where it is in use, or none
     */
    public static int given(int port, String user, String flag) {
        if (port == 0) {
            return free();
        }
        if (port < 0 || port > HIGHEST) {
            throw new CommandFailure("port " + port + ", wanted for " + user + ", is none",
                    "choose 1 to " + HIGHEST + " with " + flag + ", or 0 for any free one");
        }
        if (!isFree(port)) {
            throw new CommandFailure("port " + port + " on " + HOST + ", wanted for " + user
                    + ", is in use", "choose another with " + flag + ", or 0 for any free one");
        }
        return port;
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
        return socket;
    }
}
