package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.LaneId;
import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.EventType;
import de.kimhub.message.WakeUp;
import de.kimhub.privacy.AuditLog;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.ConsentsOfFile;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Consents that people record, withdraw or look at: with {@code hub consent}, or on a page. Each is told the hub as if the
 * instance's tool had told it, and takes the same way. An instance sees the consents that were taken in its own files, and
 * no others. Each method is a transaction of its own; the hub may run meanwhile, also elsewhere.
 */
@Component
public class Consents {

    private final TransactionTemplate transaction;
    private final TellingByHand telling;
    private final InstalledParties parties;
    private final CurrentRules rules;
    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final ConsentsOfFile ofFile;
    private final ConsentEvents consentEvents;
    private final AuditLog audit;
    private final WakeUp wakeUp;
    private final Checkpoints checkpoints;

    Consents(TransactionTemplate transaction, TellingByHand telling, InstalledParties parties, CurrentRules rules,
             SourceCases cases, ConsentLedger ledger, ConsentsOfFile ofFile, ConsentEvents consentEvents, AuditLog audit, WakeUp wakeUp,
             Checkpoints checkpoints) {
        this.transaction = transaction;
        this.telling = telling;
        this.parties = parties;
        this.rules = rules;
        this.cases = cases;
        this.ledger = ledger;
        this.ofFile = ofFile;
        this.consentEvents = consentEvents;
        this.audit = audit;
        this.wakeUp = wakeUp;
        this.checkpoints = checkpoints;
    }

    /** @param number the instance's own number of its file */
    public record File(String instance, String number) {

        /** Names no number. */
        @Override
        public String toString() {
            return instance + ":...";
        }
    }

    /**
     * Records a consent that a client signed. It counts from the moment of the return: queued and future deliveries.
     *
     * @param by who records it; stands in the ledger and in the audit log
     * @throws ConsentRefused with everything that is wrong; then nothing was recorded
     */
    public RecordedConsent give(File file, ConsentForm form, String by) {
        Parties now = rules.now().parties();
        Optional<Instance> instance = parties.find(file.instance());
        ConsentFormCheck check = new ConsentFormCheck(now).by(by)
                .form(form, instance.map(Instance::authority).orElse(""), LocalDate.now());
        Instance source = mustBeWell(check, instance);
        Set<LaneId> lanes = new HashSet<>();
        RecordedConsent recorded = carryOut(() -> {
            lanes.clear();
            TellingByHand.Begun begun = telling.begin(source, file.number(), EventType.CONSENT_GIVEN,
                    number -> form.fields(file.number(), form.number() == null ? "H-" + number : form.number()));
            mayBeGiven(source, begun.file(), form);
            TellingByHand.Told told = telling.tell(begun);
            ofFile.collectedBy(told.event(), by);
            audit.add(by, "consent-given", "document %d, file %d".formatted(told.document(), told.file()), 1, told.rules());
            lanes.addAll(told.lanes());
            return taken(told.file()).getLast();
        });
        wake(lanes);
        return recorded;
    }

    /**
     * Withdraws consents that were given in this file. What rests on them and is not sealed is stopped with the return.
     *
     * @param consentNumber as the ledger shows it; empty: all of this file
     * @param on            day on which the client withdrew
     * @return those that are withdrawn now and were not before
     * @throws ConsentRefused when there is none, or an entry is wrong
     */
    public List<RecordedConsent> withdraw(File file, Optional<String> consentNumber, LocalDate on, String by) {
        return withdraw(file, consentNumber, Optional.empty(), withdrawing(file, on, by), on, by);
    }

    /**
     * Withdraws one consent of this file that has no number; the hub gives it one for that.
     *
     * @param consent id of it, as {@link #of} says
     */
    public List<RecordedConsent> withdrawUnnumbered(File file, long consent, LocalDate on, String by) {
        return withdraw(file, Optional.of("E-" + consent), Optional.of(consent), withdrawing(file, on, by), on, by);
    }

    private Instance withdrawing(File file, LocalDate on, String by) {
        ConsentFormCheck check = new ConsentFormCheck(rules.now().parties()).by(by);
        if (on.isAfter(LocalDate.now())) {
            check.refuse(ConsentProblem.NOT_YET, "givenOn");
        }
        return mustBeWell(check, parties.find(file.instance()));
    }

    /** @param unnumbered the consent that gets the number first */
    private List<RecordedConsent> withdraw(File file, Optional<String> consentNumber, Optional<Long> unnumbered, Instance source,
                                           LocalDate on, String by) {
        Set<LaneId> lanes = new HashSet<>();
        List<RecordedConsent> withdrawn = carryOut(() -> {
            lanes.clear();
            TellingByHand.Begun begun = telling.begin(source, file.number(), EventType.CONSENT_WITHDRAWN,
                    number -> ConsentForm.withdrawal(file.number(), consentNumber.orElse(null), on));
            SourceCase known = begun.file().orElseThrow(() -> new ConsentRefused(ConsentProblem.NO_FILE, "file"));
            unnumbered.filter(id -> taken(known.id()).stream().anyMatch(one -> one.id() == id && one.number() == null))
                    .ifPresent(id -> ofFile.number(id, consentEvents.digestOf(source, consentNumber.orElseThrow()),
                            consentEvents.numberToKeep(consentNumber.orElseThrow())));
            Set<Long> standing = standing(known, consentNumber);
            if (standing.isEmpty()) {
                throw new ConsentRefused(ConsentProblem.NOTHING_TO_WITHDRAW, consentNumber.isEmpty() ? "file" : "number");
            }
            TellingByHand.Told told = telling.tell(begun);
            if (consentNumber.isEmpty()) {
                ledger.allWithdrawn(told.event());
            }
            audit.add(by, "consent-withdrawn", "document %d, file %d".formatted(told.document(), told.file()),
                    standing.size(), told.rules());
            lanes.addAll(told.lanes());
            return taken(known.id()).stream().filter(one -> standing.contains(one.id())).toList();
        });
        wake(lanes);
        return withdrawn;
    }

    /** The consents that were taken in this file, the oldest first. That they were looked at stands in the audit log. */
    public List<RecordedConsent> of(File file, String by) {
        mustBeWell(new ConsentFormCheck(rules.now().parties()).by(by), parties.find(file.instance()));
        return carryOut(() -> {
            Optional<SourceCase> known = cases.findAnywhere(List.of(cases.digest(file.instance(), file.number()))).stream()
                    .findFirst();
            audit.add(by, "consents-shown", known.map(one -> "file " + one.id()).orElse("unknown file of "
                    + file.instance()), 1, null);
            return known.map(one -> taken(one.id())).orElse(List.of());
        });
    }

    private <T> T carryOut(Supplier<T> step) {
        return LockOrder.repeating(() -> transaction.execute(status -> {
            T result = step.get();
            checkpoints.reached("consent.before-commit");
            return result;
        }));
    }

    private void wake(Set<LaneId> lanes) {
        lanes.forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
    }

    private static Instance mustBeWell(ConsentFormCheck check, Optional<Instance> instance) {
        if (instance.isEmpty()) {
            check.refuse(ConsentProblem.NO_INSTANCE, "file");
        }
        if (!check.refusals().isEmpty()) {
            throw new ConsentRefused(check.refusals());
        }
        return instance.orElseThrow();
    }

    private void mayBeGiven(Instance source, Optional<SourceCase> file, ConsentForm form) {
        if (file.isEmpty() && form.person() == null) {
            throw new ConsentRefused(ConsentProblem.NO_FILE, "file");
        }
        if (file.isEmpty() && source.inTest()) {
            throw new ConsentRefused(ConsentProblem.TEST_FILE_UNKNOWN, "file");
        }
        if (file.isPresent() && !file.get().open()) {
            throw new ConsentRefused(ConsentProblem.CASE_CLOSED, "file");
        }
        if (form.number() != null && ofFile.hasStanding(consentEvents.digestOf(source, form.number()))) {
            throw new ConsentRefused(ConsentProblem.NUMBER_TAKEN, "number");
        }
    }

    private Set<Long> standing(SourceCase file, Optional<String> number) {
        Set<Long> standing = new LinkedHashSet<>();
        taken(file.id()).stream().filter(one -> one.withdrawnOn() == null)
                .filter(one -> number.isEmpty() || number.get().equals(one.number())).forEach(one -> standing.add(one.id()));
        return standing;
    }

    private List<RecordedConsent> taken(long file) {
        LocalDate today = LocalDate.now();
        return ofFile.takenIn(file).stream().map(one -> {
            Consent consent = one.consent();
            return new RecordedConsent(consent.id(), consentEvents.number(one.number()), state(consent, today),
                    consent.purposes(), consent.sources(), consent.recipients(), consent.dataCategories(),
                    consent.validFrom(), consent.validUntil(), one.paper().formVersion(), one.paper().formLanguage(),
                    one.paper().representative(), consent.secrecyRelease(), Set.copyOf(one.shownAt()),
                    consent.withdrawnOn(), one.collectedBy());
        }).toList();
    }

    private static RecordedConsent.State state(Consent consent, LocalDate today) {
        return consent.withdrawn() ? RecordedConsent.State.WITHDRAWN
                : today.isBefore(consent.validFrom()) ? RecordedConsent.State.NOT_YET
                : consent.validUntil() != null && today.isAfter(consent.validUntil()) ? RecordedConsent.State.EXPIRED
                : consent.deceased() ? RecordedConsent.State.DECEASED
                : !consent.caseOpen() ? RecordedConsent.State.CASE_CLOSED : RecordedConsent.State.IN_FORCE;
    }
}
