package io.qtrader.core.story;

import io.qtrader.core.state.Output;
import io.qtrader.schemas.ParentOrder;
import io.qtrader.schemas.ParentOrderStatus;
import java.time.Duration;
import java.util.Objects;

/** Tells what has become of a parent order: what it is, or what is different. */
final class ParentTeller {
    private ParentTeller() {}

    static Facts tell(Facts.Builder f, Names names, Tables tables, Output o) {
        ParentOrder p = (ParentOrder) o.value();
        ParentOrder before = tables.parents.get(p.getParentid());
        f.is(names.of('p', p.getParentid()), p.getSym());
        if (before == null) {
            f.is("new").tells(p.getSide(), p.getTgtqty());
        } else {
            f.is(p.getSide());
        }
        f.is(p.getFilled() + "/" + p.getTgtqty(), p.getAlgo(), Facts.at(p.getUrgency()),
                "due " + Duration.between(p.getCreated(), p.getDeadline()).toSeconds() + "s");
        if (p.getStatus() != ParentOrderStatus.WORKING) {
            ended(f, p, before);
        } else if (before != null) {
            changed(f, p, before);
        }
        note(f, p, before);
        return f.facts();
    }

    private static void ended(Facts.Builder f, ParentOrder p, ParentOrder before) {
        // Terminal absorbs: whatever comes later only counts.
        boolean news = before == null || before.getStatus() != p.getStatus();
        f.tellsIf(news, p.getStatus()).isIf(!news, p.getStatus());
    }

    private static void changed(Facts.Builder f, ParentOrder p, ParentOrder before) {
        long growth = p.getTgtqty() - before.getTgtqty();
        boolean revised = growth == 0 && p.getRevision() != before.getRevision();
        boolean later = revised && p.getDeadline().isAfter(before.getDeadline());
        boolean algo = p.getAlgo() != before.getAlgo();
        f.is(p.getStatus());
        f.tellsIf(growth > 0, "grows to " + p.getTgtqty());
        f.tellsIf(growth < 0, "shrinks to " + p.getTgtqty());
        f.tellsIf(later, "delayed");
        f.tellsIf(algo || revised && !later, "hastens");
    }

    private static void note(Facts.Builder f, ParentOrder p, ParentOrder before) {
        String was = before == null ? null : before.getNote();
        if (p.getNote() == null) {
            f.tellsIf(was != null && p.getStatus() == ParentOrderStatus.WORKING, "resumes");
            return;
        }
        String code = p.getNote().replaceFirst(":.*", "");
        if (p.getStatus() == ParentOrderStatus.WORKING) {
            f.tellsIf(!Objects.equals(was, p.getNote()), "waits " + code);
        } else {
            f.is(code);
        }
    }
}
