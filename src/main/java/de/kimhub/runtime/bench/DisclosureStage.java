package de.kimhub.runtime.bench;

import de.kimhub.disclosure.Ledger;
import de.kimhub.disclosure.LedgerCell;
import de.kimhub.disclosure.Protection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One release that was protected, and how long that took. */
record DisclosureStage(int cases, int municipalities, boolean detail, Ledger ledger, Protection protection, int findings, Duration time,
                       Duration processor, Duration verifying, double load) {

    long small() {
        return ledger.cells().stream().filter(cell -> cell.value() > 0 && cell.value() < ledger.threshold()).count();
    }

    long notZero() {
        return ledger.cells().stream().filter(cell -> cell.value() > 0).count();
    }

    double shownCells() {
        return (double) ledger.cells().stream().filter(cell -> cell.value() > 0 && isShown(cell)).count() / notZero();
    }

    double shownMass() {
        return (double) ledger.cells().stream().filter(this::isShown).mapToLong(LedgerCell::value).sum()
                / ledger.cells().stream().mapToLong(LedgerCell::value).sum();
    }

    private boolean isShown(LedgerCell cell) {
        return !protection.hidden().contains(cell.id());
    }

    int witnesses() {
        return protection.certificate().witnesses().size();
    }

    Map<String, Object> values() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("cases", cases);
        one.put("municipalities", municipalities);
        one.put("detail", detail);
        one.put("groups", ledger.base().length);
        one.put("cells", ledger.cells().size());
        one.put("insiders", ledger.insiders().size());
        one.put("small", small());
        one.put("hidden", protection.hidden().size());
        one.put("shownCells", shownCells());
        one.put("shownMass", shownMass());
        one.put("witnesses", witnesses());
        one.put("unproven", protection.unproven().size());
        one.put("findings", findings);
        one.put("seconds", time.toMillis() / 1000.0);
        one.put("processorSeconds", processor.toMillis() / 1000.0);
        one.put("verifyingSeconds", verifying.toMillis() / 1000.0);
        one.put("load", load);
        return one;
    }
}
