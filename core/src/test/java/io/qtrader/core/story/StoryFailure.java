package io.qtrader.core.story;

/** A story did not go as it is told, or cannot be understood: says where, and what was seen. */
public final class StoryFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    public StoryFailure(String message) {
        super(message);
    }

    StoryFailure(Line line, String message) {
        super(line.where() + ": " + line.text() + "\n  " + message);
    }

    StoryFailure(Line line, String message, Throwable cause) {
        super(line.where() + ": " + line.text() + "\n  " + message, cause);
    }
}
