package de.kimhub.runtime.demo.kreis;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the ledger keeps of one person. Mutable. */
final class Dossier {

    final Resident who;
    Office caseOffice;
    boolean caseOpen;
    Consent consent;
    /** Offices whose file the hub can have linked to the person. */
    final Set<Office> linked = EnumSet.noneOf(Office.class);
    /** Offices of which a row was refused: what comes later of the person waits for a decision. */
    final Set<Office> held = EnumSet.noneOf(Office.class);
    /** Entries that made an event, and who holds it. */
    final Map<Long, Set<Office>> holders = new HashMap<>();
    /** Offices that owe the status of today. */
    final Set<Office> statusDue = EnumSet.noneOf(Office.class);

    Dossier(Resident who) {
        this.who = who;
    }

    /** Sources and recipients are codes of {@code stelle}. */
    record Consent(Set<String> sources, Set<String> recipients, boolean secrecyRelease, Set<Office> named) {

        boolean covers(Office sender, Office recipient) {
            return sources.contains(sender.authority()) && recipients.contains(recipient.authority());
        }
    }

    /** Who gives nothing knows of whom the number was shown. */
    void consents(Consent given) {
        consent = given;
        if (given.named().contains(Office.REFUGEE_AID) && given.recipients().contains(Office.REFUGEE_AID.authority())) {
            linked.add(Office.REFUGEE_AID);
        }
    }

    boolean enrolled() {
        return consent != null && caseOpen;
    }

    /**
     * The hub meets the person in a record of the office: it may join the file to the person.
     *
     * @param named       whether the record says more of the person than a file number
     * @param otherNumber whether the record has another number than the office's own
     * @return whether the record's file is the person's
     */
    boolean meet(Office office, boolean named, boolean otherNumber) {
        boolean shown = consent != null && consent.named().contains(office);
        if (office == caseOffice || enrolled() && (shown ? !otherNumber
                : consent.sources().contains(office.authority()) && named && who.linksByName())) {
            linked.add(office);
        }
        return linked.contains(office) && !(shown && otherNumber);
    }
}
