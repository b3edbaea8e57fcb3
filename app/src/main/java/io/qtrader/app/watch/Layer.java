package io.qtrader.app.watch;

import io.qtrader.client.Topic;

/** Where a record stands in the seed's hierarchy: eng, net, om, and what lies around them. */
enum Layer {
    /** Inputs. */
    ENG("cyan", 0),
    /** Target, requirement, position. */
    NET("yellow", 0),
    /** Parent orders. */
    PARENT("magenta", 0),
    /** Orders. */
    ORDER("blue", 1),
    /** Children, and what goes to brokers and comes from them. */
    CHILD("white", 2),
    /** Fills, which move positions. */
    FILL("green", 2),
    /** What a person should look at. */
    ALARM("red", 0);

    private final String colour;
    private final int depth;

    Layer(String colour, int depth) {
        this.colour = colour;
        this.depth = depth;
    }

    static Layer of(Topic topic) {
        return switch (topic) {
            case INTENTS, POSITIONS, QUOTES, CONTROLS, JOURNAL, TOPIC_IDS -> ENG;
            case TARGETS, REQUIREMENTS, NET_POSITIONS, STRATEGY_POSITIONS -> NET;
            case PARENT_ORDERS, EXEC_STATES -> PARENT;
            case ORDERS -> ORDER;
            case CHILD_ORDER_STATE, CHILD_ORDERS, EXECUTIONS -> CHILD;
            case FILLS -> FILL;
            case BREACHES, REJECTS, DEAD_LETTERS -> ALARM;
        };
    }

    /** By picocli's name for it. */
    String colour() {
        return colour;
    }

    /** How far down the hierarchy, for indenting. */
    int depth() {
        return depth;
    }
}
