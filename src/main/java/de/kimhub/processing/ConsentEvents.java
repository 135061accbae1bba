package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.ConsentLedger.FileNumber;
import de.kimhub.translation.Translation.EventDraft;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What events mean for enrolment, at once and before anybody is told of them: a consent enters the ledger, joins the
 * files that it names, and asks each named source for the status of today; a withdrawal ends it.
 */
@Component
class ConsentEvents {

    /** As files keep theirs. */
    static final String CASE_NUMBER = "case-number";
    private static final String NUMBER = "consent-number";
    private static final Set<EventType> CASE_STATES = Set.of(EventType.CASE_OPENED, EventType.CASE_CLOSED);

    private final ConsentLedger ledger;
    private final SourceCases cases;
    private final PersonRegister register;
    private final InstanceNumbers numbers;
    private final KeyVault keys;
    private final EventTable events;
    private final Candidacy candidacy;
    private final Joins.Tools joinTools;

    ConsentEvents(ConsentLedger ledger, SourceCases cases, PersonRegister register, InstanceNumbers numbers,
                  KeyVault keys, EventTable events, ShadowJoins shadowJoins, Candidacy candidacy, Doubts doubts) {
        this.ledger = ledger;
        this.cases = cases;
        this.register = register;
        this.numbers = numbers;
        this.keys = keys;
        this.events = events;
        this.candidacy = candidacy;
        this.joinTools = new Joins.Tools(register, cases, ledger, candidacy, doubts, shadowJoins);
    }

    /** What consents among these drafts decide about: to be locked before any file is looked up. */
    CaseFinder.AlsoLocked locks(Parties parties, Instance source, Collection<EventDraft> drafts) {
        List<byte[]> locks = new ArrayList<>();
        List<Persona> personas = new ArrayList<>();
        for (EventDraft draft : drafts) {
            if (draft.type() == EventType.CONSENT_GIVEN && draft.applies()) {
                fileNumbers(parties, draft.fields()).forEach(number -> locks.add(number.caseDigest()));
                byte[] own = cases.digest(source.id(), draft.fields().first("case.number"));
                locks.add(own);
                personas.add(new Persona(numbers.of(source.id()), source.authority(), own,
                        CaseFinder.person(draft.fields()), null));
            }
        }
        return new CaseFinder.AlsoLocked(locks, personas);
    }

    /** Reads what the consents of the batch can join. */
    BatchEnrolment begin(Parties parties, Instance source, List<NewEvent> events, CaseScope scope,
                         PersonScope persons, LocalDate today, Set<Integer> shadows) {
        cases.lockFiles(events.stream().filter(event -> event.type() == EventType.CONSENT_GIVEN
                        || event.type() == EventType.CONSENT_WITHDRAWN).map(event -> scope.get(event.caseDigest()))
                .filter(Objects::nonNull).map(SourceCase::id).collect(Collectors.toSet()));
        List<NewEvent> given = events.stream().filter(ConsentEvents::givesConsent).toList();
        List<byte[]> shown = given.stream().flatMap(event -> fileNumbers(parties, event.fields()).stream())
                .map(FileNumber::caseDigest).toList();
        return new BatchEnrolment(this, ledger, cases, parties, source, scope, persons, today,
                cases.findAnywhere(shown), ledger.newNumbers(given.size()),
                new Joins(joinTools, shadows, parties.numberOf(source.id()), source.id()));
    }

    /** Whether the case was opened or closed by what its source said after this: a replay does not change that. */
    boolean caseStandsSince(NewEvent event, SourceCase sourceCase) {
        return event.late() && events.saidLater(sourceCase.id(), CASE_STATES, event);
    }

    /** When a consent that is replayed, or worked off, only now was withdrawn before the hub knew of it. */
    Optional<LocalDate> withdrawnMeanwhile(NewEvent event, SourceCase sourceCase) {
        return events.withdrawnLater(sourceCase.id(), event);
    }

    private static boolean givesConsent(NewEvent event) {
        return event.type() == EventType.CONSENT_GIVEN && event.kind() != MessageKind.RETRACTION;
    }

    SilentRecipients silentRecipients(Parties parties) {
        return new SilentRecipients(parties, cases, register, candidacy.nobody());
    }

    /**
     * At the bodies that the consent names as source or recipient, and no others. Of every instance of such a body:
     * which of them knows the number shows later.
     */
    List<FileNumber> fileNumbers(Parties parties, FieldValues fields) {
        Set<String> named = new HashSet<>(fields.all("consent.sources"));
        named.addAll(fields.all("consent.recipients"));
        List<String> at = fields.all("consent.fileNumberAt");
        List<String> number = fields.all("consent.fileNumber");
        List<FileNumber> all = new ArrayList<>();
        for (int i = 0; i < Math.min(at.size(), number.size()); i++) {
            if (named.contains(at.get(i)) && !number.get(i).isEmpty()) {
                List<Instance> there = parties.ofAuthority(at.get(i));
                byte[] kept = there.size() == 1 ? keys.encrypt(number.get(i).getBytes(StandardCharsets.UTF_8), CASE_NUMBER) : null;
                for (Instance instance : there) {
                    all.add(new FileNumber(numbers.of(instance.id()), cases.digest(instance.id(), number.get(i)), kept));
                }
            }
        }
        return all;
    }

    /** Of the source's own number of the consent, or {@code null}. */
    byte[] consentDigest(Instance source, FieldValues fields) {
        String number = fields.first("consent.id");
        return number == null ? null : digestOf(source, number);
    }

    byte[] digestOf(Instance source, String number) {
        return keys.digest("consent", source.id(), number);
    }

    /** The source's own number of the consent, encrypted, or {@code null}. */
    byte[] numberToKeep(FieldValues fields) {
        String number = fields.first("consent.id");
        return number == null ? null : numberToKeep(number);
    }

    byte[] numberToKeep(String number) {
        return keys.encrypt(number.getBytes(StandardCharsets.UTF_8), NUMBER);
    }

    String number(byte[] kept) {
        return kept == null ? null : new String(keys.decrypt(kept, NUMBER), StandardCharsets.UTF_8);
    }
}
