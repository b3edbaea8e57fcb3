package io.qtrader.core.story;

import io.qtrader.core.story.Broker.Held;
import io.qtrader.schemas.Execution;
import io.qtrader.schemas.ExecutionType;
import io.qtrader.schemas.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What brokers say, as executions that their own books bear out unless the story says otherwise. */
final class Reports {
    private static final String BROKER = "paper";

    private final Clerk clerk;
    private final Names names;
    private final Broker broker;
    private Execution last;

    Reports(Clerk clerk, Names names, Broker broker) {
        this.clerk = clerk;
        this.names = names;
        this.broker = broker;
    }

    Execution report(String first, Words words) {
        Execution e = switch (first) {
            case "acked" -> answer(words, ExecutionType.NEW);
            case "fill" -> fill(words, ExecutionType.FILL);
            case "unsolicited" -> fill(words, ExecutionType.UNSOLICITED);
            case "cancelled" -> ended(words, ExecutionType.CANCELED);
            case "expired" -> ended(words, ExecutionType.EXPIRED);
            case "rejected" -> ended(words, ExecutionType.REJECTED);
            case "never" -> ended(words, ExecutionType.NEVER_RECEIVED);
            case "replaced" -> replaced(words);
            case "cancel" -> requestRejected(words, ExecutionType.CANCEL_REJECTED);
            case "replace" -> requestRejected(words, ExecutionType.REPLACE_REJECTED);
            case "status" -> answer(words, ExecutionType.STATUS);
            case "bust" -> correction(words, ExecutionType.BUST);
            case "correct" -> correction(words, ExecutionType.CORRECT);
            case "again" -> words.more() ? broker.trade(words.next("which execution")) : last;
            default -> throw new IllegalArgumentException("no event begins with " + first);
        };
        last = e;
        return e;
    }

    /** A report about a child as the broker has it; {@code key=value} say what is odd about it. */
    private Execution.Builder about(ExecutionType type, long childid, Words words) {
        Held h = broker.held(childid);
        String sym = words.setting("sym");
        String side = words.setting("side");
        String name = words.setting("broker");
        String exec = words.setting("exec");
        return Execution.newBuilder().setTime(time(words)).setType(type).setChildid(childid)
                .setRequest((int) words.setting("request", 0))
                .setBrokerid(name != null ? name : h == null ? BROKER : h.order.getBrokerid())
                .setBrokerorderid(words.setting("orderid")).setExecid(exec == null ? "" : exec)
                .setTradedate(date(words))
                .setSym(sym != null ? sym : h == null ? "" : h.order.getSym())
                .setSide(side != null ? Side.valueOf(side) : h == null ? Side.BUY : h.order.getSide())
                .setQty(0).setPrice(0).setNote(words.setting("note"))
                .setCumqty(words.setting("cum", h == null ? 0 : h.cumqty))
                .setLeavesqty(words.setting("leaves", h == null ? 0 : h.leavesqty()))
                .setTransient$(words.take("transient"));
    }

    private Instant time(Words words) {
        String time = words.setting("time");
        return time == null ? clerk.now() : clerk.now().plus(Words.duration(time));
    }

    private LocalDate date(Words words) {
        String date = words.setting("date");
        return date != null ? LocalDate.parse(date)
                : clerk.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Execution answer(Words words, ExecutionType type) {
        long id = names.id(words.next("which child"));
        Held h = broker.held(id);
        boolean newest = !words.has("request");
        Execution.Builder e = about(type, id, words);
        if (h != null && type == ExecutionType.STATUS) {
            e.setOrdqty(words.setting("ordqty", h.size)).setOrdprice(price(words, h));
            e.setRequest(newest ? h.request : e.getRequest());
        }
        return e.build();
    }

    private Execution ended(Words words, ExecutionType type) {
        words.take("received");
        long id = names.id(words.next("which child"));
        Held h = broker.held(id);
        if (h != null) {
            h.open = false;
        }
        Execution.Builder e = about(type, id, words);
        if (h != null && h.cancel != null && type == ExecutionType.CANCELED) {
            e.setRequest(h.cancel.getRequest());
        }
        return e.build();
    }

    private Execution replaced(Words words) {
        long id = names.id(words.next("which child"));
        Held h = broker.held(id);
        int request = 0;
        if (h.replace != null) {
            h.size = Math.max(h.replace.getSize(), h.cumqty);
            h.price = h.replace.getPrice();
            request = h.replace.getRequest();
        }
        h.size = words.setting("ordqty", h.size);
        Execution e = about(ExecutionType.REPLACED, id, words).build();
        e.setRequest(e.getRequest() == 0 ? (Integer) request : e.getRequest());
        e.setOrdqty(h.size);
        e.setOrdprice(price(words, h));
        return e;
    }

    private static double price(Words words, Held h) {
        String price = words.setting("ordprice");
        return price == null ? h.price : Double.parseDouble(price);
    }

    private Execution requestRejected(Words words, ExecutionType type) {
        words.take("rejected");
        boolean late = words.take("too") && words.take("late");
        long id = names.id(words.next("which child"));
        Held h = broker.held(id);
        Execution e = about(type, id, words).build();
        if (late) {
            e.setLeavesqty(0L);
            e.setNote("too late");
        }
        boolean cancel = type == ExecutionType.CANCEL_REJECTED;
        if (h != null && e.getRequest() == 0 && (cancel ? h.cancel : h.replace) != null) {
            e.setRequest((cancel ? h.cancel : h.replace).getRequest());
        }
        return e;
    }

    private Execution fill(Words words, ExecutionType type) {
        String price = words.takePrefixed("@");
        String name = type == ExecutionType.FILL ? words.next("which child") : "#0";
        Held h = broker.held(names.id(name));
        long qty = 0;
        String sym = null;
        Side side = null;
        while (words.more()) {
            String word = words.next("how much");
            if (word.equals("BUY") || word.equals("SELL")) {
                side = Side.valueOf(word);
            } else if (word.matches("[+-]?[0-9]+")) {
                qty = Words.whole(word);
            } else {
                sym = word;
            }
        }
        if (h != null) {
            h.cumqty += Math.max(0, qty);
        }
        Execution e = about(type, names.id(name), words).setQty(qty).build();
        e.setPrice(price != null ? Double.valueOf(price) : h == null ? 100.0 : h.price);
        e.setSym(sym != null ? sym : e.getSym());
        e.setSide(side != null ? side : e.getSide());
        e.setExecid(e.getExecid().isEmpty() ? broker.nextExecid() : e.getExecid().replace("''", ""));
        broker.traded(e);
        return e;
    }

    /** A bust or correction of a trade; {@code of c1} where the trade has not been reported yet. */
    private Execution correction(Words words, ExecutionType type) {
        String price = words.takePrefixed("@");
        String of = words.next("which execution");
        Execution trade = broker.trade(of);
        String named = words.takeAfter("of");
        long id = named != null ? names.id(named) : trade.getChildid();
        long right = words.more() ? words.qty("how much is right") : 0;
        long was = trade == null ? 0 : trade.getQty();
        takeBack(broker.held(trade == null ? id : trade.getChildid()), right - was, words);
        Execution e = about(type, id, words).setRefexecid(of).build();
        if (trade != null) {
            e.setTradedate(trade.getTradedate());
            e.setSym(trade.getSym());
            e.setSide(trade.getSide());
        }
        e.setQty(type == ExecutionType.BUST && right == 0 ? (Long) was : (Long) right);
        e.setPrice(price != null ? Double.valueOf(price) : trade == null ? 0.0 : trade.getPrice());
        e.setExecid(e.getExecid().isEmpty() ? broker.nextCorrectionid() : e.getExecid());
        broker.traded(e);
        return e;
    }

    /** What was full does not open again by itself; {@code leaves=} says that it does. */
    private static void takeBack(Held h, long moved, Words words) {
        if (h != null) {
            h.open = h.leavesqty() > 0 || words.has("leaves");
            h.cumqty = Math.max(0, h.cumqty + moved);
        }
    }
}
