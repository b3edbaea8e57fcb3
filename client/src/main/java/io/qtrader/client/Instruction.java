package io.qtrader.client;

import io.qtrader.schemas.ChildOrder;

/**
 * One instruction for a broker, as {@link ChildOrderReader} hands it out.
 *
 * @param partition partition of child-orders, which is the journal's
 * @param offset where it stands there
 * @param header the journal entry that made it, its counter and digest
 * @param order the instruction; its action is never null
 */
public record Instruction(
        int partition, long offset, ChildOrderHeader header, ChildOrder order) {}
