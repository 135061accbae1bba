package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Linkage;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.ConsentLedger.FileNumber;
import de.kimhub.sharing.ConsentLedger.Given;
import de.kimhub.translation.Translation.EventDraft;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What events mean for enrolment, at once and before anybody is told of them: a consent enters the ledger, joins the
 * files that it names, and asks each named source for the status of today; a withdrawal ends it.
 */
@Component
class ConsentEvents {

    private final ConsentLedger ledger;
    private final SourceCases cases;
    private final Linkage linkage;
    private final InstalledParties parties;
    private final InstanceNumbers numbers;
    private final KeyVault keys;

    ConsentEvents(ConsentLedger ledger, SourceCases cases, Linkage linkage, InstalledParties parties,
                  InstanceNumbers numbers, KeyVault keys) {
        this.ledger = ledger;
        this.cases = cases;
        this.linkage = linkage;
        this.parties = parties;
        this.numbers = numbers;
        this.keys = keys;
    }

    /** Digests that consents among these drafts decide about: to be locked before any file is looked up. */
    List<byte[]> locks(Collection<EventDraft> drafts) {
        List<byte[]> locks = new ArrayList<>();
        for (EventDraft draft : drafts) {
            if (draft.type() == EventType.CONSENT_GIVEN && draft.applies()) {
                fileNumbers(draft.fields()).forEach(number -> locks.add(number.caseDigest()));
                locks.add(blockingKey(draft.fields()));
            }
        }
        return locks;
    }

    /** Reads what the consents of the batch can join. */
    ForBatch begin(Instance source, List<NewEvent> events, CaseScope scope, PersonScope persons, LocalDate today) {
        List<NewEvent> given = events.stream().filter(ConsentEvents::givesConsent).toList();
        List<byte[]> keysOfNames = given.stream().map(event -> blockingKey(event.fields())).filter(key -> key != null).toList();
        List<byte[]> shown = given.stream().flatMap(event -> fileNumbers(event.fields()).stream())
                .map(FileNumber::caseDigest).toList();
        return new ForBatch(source, scope, persons, today, ledger.newNumbers(given.size()), cases.findAnywhere(shown),
                cases.findByName(keysOfNames));
    }

    private static boolean givesConsent(NewEvent event) {
        return event.type() == EventType.CONSENT_GIVEN && event.kind() != MessageKind.RETRACTION;
    }

    private byte[] blockingKey(FieldValues fields) {
        return linkage.blockingKey(new Persona(0, null, CaseFinder.person(fields), null));
    }

    /** Of every instance of the kind of body that is named: which of them knows the number shows later. */
    private List<FileNumber> fileNumbers(FieldValues fields) {
        List<String> at = fields.all("consent.fileNumberAt");
        List<String> number = fields.all("consent.fileNumber");
        List<FileNumber> all = new ArrayList<>();
        for (int i = 0; i < Math.min(at.size(), number.size()); i++) {
            if (!at.get(i).isEmpty() && !number.get(i).isEmpty()) {
                for (Instance instance : parties.ofAuthority(at.get(i))) {
                    all.add(new FileNumber(numbers.of(instance.id()), cases.digest(instance.id(), number.get(i))));
                }
            }
        }
        return all;
    }

    /** The events of one batch, in their order. */
    final class ForBatch {

        private final Instance source;
        private final CaseScope scope;
        private final PersonScope persons;
        private final LocalDate today;
        private final Deque<Long> consentNumbers;
        private final Map<ByteBuffer, SourceCase> shownFiles = new HashMap<>();
        private final Map<ByteBuffer, List<SourceCase>> sameNames;
        private final List<Given> given = new ArrayList<>();

        private ForBatch(Instance source, CaseScope scope, PersonScope persons, LocalDate today,
                         Deque<Long> consentNumbers, Collection<SourceCase> shownFiles,
                         Map<ByteBuffer, List<SourceCase>> sameNames) {
            this.source = source;
            this.scope = scope;
            this.persons = persons;
            this.today = today;
            this.consentNumbers = consentNumbers;
            this.sameNames = sameNames;
            shownFiles.forEach(one -> this.shownFiles.put(ByteBuffer.wrap(one.caseDigest()), one));
        }

        void apply(NewEvent event, SourceCase sourceCase) {
            boolean takenBack = event.kind() == MessageKind.RETRACTION;
            switch (event.type()) {
                case CONSENT_GIVEN -> {
                    if (takenBack || event.kind() == MessageKind.CORRECTION) {
                        withdraw(event, sourceCase);
                    }
                    if (!takenBack) {
                        give(event, sourceCase);
                    }
                }
                case CONSENT_WITHDRAWN -> {
                    if (!takenBack) {
                        withdraw(event, sourceCase);
                    }
                }
                case CASE_OPENED -> {
                    if (!sourceCase.open() && !takenBack) {
                        reopen(sourceCase);
                    }
                }
                case CASE_CLOSED -> {
                    if (takenBack) {
                        reopen(sourceCase);
                    } else {
                        cases.close(sourceCase.id(), event.occurredOn(today));
                        reload(sourceCase.personId());
                    }
                }
                default -> { }
            }
        }

        /** Writes what was given; before anything else is read of it. */
        void flush() {
            if (!given.isEmpty()) {
                ledger.give(given);
                given.clear();
            }
        }

        private void give(NewEvent event, SourceCase sourceCase) {
            FieldValues fields = event.fields();
            long person = sourceCase.personId();
            Set<String> sources = named(fields.all("consent.sources"));
            List<FileNumber> shown = fileNumbers(fields);
            joinShownFiles(shown, person);
            joinSameNames(event, sources, person);
            String until = fields.first("consent.validUntil");
            Consent consent = new Consent(consentNumbers.pop(), person, sourceCase.id(), digest(fields),
                    new LinkedHashSet<>(fields.all("consent.purposes")), sources,
                    named(fields.all("consent.recipients")), event.occurredOn(today),
                    until == null ? null : LocalDate.parse(until),
                    "true".equals(fields.first("consent.secrecyRelease")), null, true);
            List<Integer> asked = parties.sourcesNamed(sources).stream().filter(one -> !one.id().equals(source.id()))
                    .map(one -> numbers.of(one.id())).toList();
            given.add(new Given(consent, event.id(), fields.first("consent.formVersion"),
                    fields.first("consent.formLanguage"), shown, asked));
            persons.give(consent);
        }

        /** Of the kind of body that took the consent, it names this case-management team, not the others of its kind. */
        private Set<String> named(List<String> bodies) {
            return bodies.stream().map(body -> body.equals(source.authority()) ? "instance:" + source.id() : body)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** The file number that the client showed decides. */
        private void joinShownFiles(List<FileNumber> shown, long person) {
            for (FileNumber number : shown) {
                SourceCase file = shownFiles.get(ByteBuffer.wrap(number.caseDigest()));
                if (file != null) {
                    unite(person, file.personId());
                }
            }
        }

        /** Exactly one file of the same name and birth date at a named source is the same person's. */
        private void joinSameNames(NewEvent event, Set<String> sources, long person) {
            byte[] key = blockingKey(event.fields());
            List<SourceCase> same = key == null ? List.of() : sameNames.getOrDefault(ByteBuffer.wrap(key), List.of());
            for (Instance body : parties.sourcesNamed(sources)) {
                List<SourceCase> there = body.id().equals(source.id()) ? List.of()
                        : same.stream().filter(one -> one.instanceNo() == numbers.of(body.id())).toList();
                if (there.size() == 1) {
                    unite(person, there.getFirst().personId());
                }
            }
        }

        private void unite(long person, long other) {
            if (person == other) {
                return;
            }
            flush();
            cases.unite(person, other);
            ledger.unite(person, other);
            scope.unite(person, other);
            shownFiles.replaceAll((digest, file) -> file.ofPerson(person, other));
            sameNames.replaceAll((key, files) -> files.stream().map(file -> file.ofPerson(person, other)).toList());
            persons.reload(List.of(person));
        }

        private void withdraw(NewEvent event, SourceCase sourceCase) {
            flush();
            byte[] digest = digest(event.fields());
            for (Consent consent : persons.consents(sourceCase.personId())) {
                boolean meant = digest == null ? consent.caseId() == sourceCase.id()
                        : Arrays.equals(digest, consent.digest());
                if (meant && consent.withdrawnOn() == null) {
                    ledger.withdraw(consent.id(), event.id(), event.occurredOn(today));
                }
            }
            reload(sourceCase.personId());
        }

        private void reopen(SourceCase sourceCase) {
            cases.reopen(sourceCase.id());
            reload(sourceCase.personId());
        }

        private void reload(long person) {
            flush();
            persons.reload(List.of(person));
        }

        private byte[] digest(FieldValues fields) {
            String number = fields.first("consent.id");
            return number == null ? null : keys.digest("consent", source.id(), number);
        }
    }
}
