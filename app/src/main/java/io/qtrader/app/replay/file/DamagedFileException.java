package io.qtrader.app.replay.file;

/** What is wrong with a journal file, and where in it; a sentence that goes on after its name. */
final class DamagedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedFileException(String message) {
        super(message);
    }
}
