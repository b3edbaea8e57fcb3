package io.qtrader.core.state;

import io.qtrader.schemas.ChildOrder;
import io.qtrader.schemas.Execution;

/**
 * Digests that tell equal from different: 64-bit FNV-1a over the fields in a fixed order, every text
 * preceded by its length.
 */
public final class Digest {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash;

    private Digest(long seed) {
        this.hash = seed;
    }

    /** Digest of an instruction, chained to that of the one before it in its partition. */
    public static long of(long previous, ChildOrder c) {
        return new Digest(OFFSET_BASIS).add(previous)
                .add(c.getChildid()).add(c.getOrderid()).add(c.getBrokerid()).add(c.getVenue())
                .add(c.getSym()).add(c.getSide().ordinal()).add(c.getPrice()).add(c.getSize())
                .add(c.getAction().ordinal()).add(c.getRequest()).add(Micros.of(c.getSent()))
                .add(Micros.of(c.getLastupdate())).hash;
    }

    /** Digest of what an execution says about the position, to tell a repeat from a contradiction (E1). */
    public static long of(Execution e) {
        return new Digest(OFFSET_BASIS).add(e.getType().ordinal()).add(e.getChildid())
                .add(e.getSym()).add(e.getSide().ordinal()).add(e.getQty()).add(e.getPrice())
                .add(e.getRefexecid() == null ? "" : e.getRefexecid()).hash;
    }

    private Digest add(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
        return this;
    }

    private Digest add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    private Digest add(String text) {
        add(text.length());
        for (int i = 0; i < text.length(); i++) {
            octet(text.charAt(i) >>> 8);
            octet(text.charAt(i));
        }
        return this;
    }

    private void octet(int value) {
        hash = (hash ^ (value & 0xff)) * PRIME;
    }
}
