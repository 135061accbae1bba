package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Linkage;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.ConsentLedger.FileNumber;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What an event means for enrolment, at once and before anybody is told of it: a consent enters the ledger, joins the
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

    /** Digests that {@link #apply} will decide about, to be locked before. */
    List<byte[]> locks(NewEvent event) {
        List<byte[]> locks = new ArrayList<>();
        if (givesConsent(event)) {
            fileNumbers(event.fields()).forEach(number -> locks.add(number.caseDigest()));
            locks.add(blockingKey(event));
            locks.add(event.caseDigest());
        }
        return locks;
    }

    void apply(NewEvent event, Instance source, SourceCase sourceCase, CaseScope scope, PersonScope persons,
               LocalDate today) {
        switch (event.type()) {
            case CONSENT_GIVEN -> {
                if (event.kind() == MessageKind.CORRECTION || event.kind() == MessageKind.RETRACTION) {
                    withdrawGiven(event, source, sourceCase, persons, today);
                }
                if (givesConsent(event)) {
                    give(event, source, sourceCase, scope, persons, today);
                }
            }
            case CONSENT_WITHDRAWN -> {
                if (event.kind() != MessageKind.RETRACTION) {
                    withdrawGiven(event, source, sourceCase, persons, today);
                }
            }
            case CASE_OPENED -> {
                if (!sourceCase.open()) {
                    cases.reopen(sourceCase.id());
                    reload(sourceCase, persons);
                }
            }
            case CASE_CLOSED -> {
                if (event.kind() != MessageKind.RETRACTION) {
                    cases.close(sourceCase.id(), event.occurredOn(today));
                } else {
                    cases.reopen(sourceCase.id());
                }
                reload(sourceCase, persons);
            }
            default -> { }
        }
    }

    private static void reload(SourceCase sourceCase, PersonScope persons) {
        persons.reload(List.of(sourceCase.personId()));
    }

    private static boolean givesConsent(NewEvent event) {
        return event.type() == de.kimhub.message.EventType.CONSENT_GIVEN && event.kind() != MessageKind.RETRACTION;
    }

    private void give(NewEvent event, Instance source, SourceCase sourceCase, CaseScope scope, PersonScope persons,
                      LocalDate today) {
        FieldValues fields = event.fields();
        long person = sourceCase.personId();
        Set<String> sources = parties(fields.all("consent.sources"), source);
        List<FileNumber> shown = fileNumbers(fields);
        joinShownFiles(shown, person, scope);
        joinSameNames(event, source, sources, person, scope);
        String until = fields.first("consent.validUntil");
        Consent consent = new Consent(ledger.newNumber(), person, sourceCase.id(), digest(source, fields),
                new LinkedHashSet<>(fields.all("consent.purposes")), sources,
                parties(fields.all("consent.recipients"), source), event.occurredOn(today),
                until == null ? null : LocalDate.parse(until), "true".equals(fields.first("consent.secrecyRelease")),
                null, true);
        List<Integer> asked = parties.sourcesNamed(sources).stream().filter(one -> !one.id().equals(source.id()))
                .map(one -> numbers.of(one.id())).toList();
        ledger.give(consent, event.id(), fields.first("consent.formVersion"), fields.first("consent.formLanguage"),
                shown, asked);
        persons.reload(List.of(person));
    }

    /** Of the kind of body that took the consent, it names this case-management team, not the others of its kind. */
    private static Set<String> parties(List<String> named, Instance takenBy) {
        return named.stream().map(name -> name.equals(takenBy.authority()) ? "instance:" + takenBy.id() : name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The file number that the client showed decides. */
    private void joinShownFiles(List<FileNumber> shown, long person, CaseScope scope) {
        for (FileNumber number : shown) {
            Map<ByteBuffer, SourceCase> found = cases.find(number.instanceNo(), List.of(number.caseDigest()));
            found.values().forEach(one -> unite(person, one.personId(), scope));
        }
    }

    /** Exactly one file of the same name and birth date at a named source is the same person's. */
    private void joinSameNames(NewEvent event, Instance source, Set<String> sources, long person, CaseScope scope) {
        byte[] key = blockingKey(event);
        if (key == null) {
            return;
        }
        for (Instance named : parties.sourcesNamed(sources)) {
            List<SourceCase> same = named.id().equals(source.id()) ? List.of()
                    : cases.casesByName(numbers.of(named.id()), key);
            if (same.size() == 1) {
                unite(person, same.getFirst().personId(), scope);
            }
        }
    }

    private void unite(long person, long other, CaseScope scope) {
        if (person != other) {
            cases.unite(person, other);
            ledger.unite(person, other);
            scope.unite(person, other);
        }
    }

    private void withdrawGiven(NewEvent event, Instance source, SourceCase sourceCase, PersonScope persons,
                               LocalDate today) {
        byte[] digest = digest(source, event.fields());
        for (Consent consent : persons.consents(sourceCase.personId())) {
            boolean meant = digest == null ? consent.caseId() == sourceCase.id()
                    : java.util.Arrays.equals(digest, consent.digest());
            if (meant && consent.withdrawnOn() == null) {
                ledger.withdraw(consent.id(), event.id(), event.occurredOn(today));
            }
        }
        reload(sourceCase, persons);
    }

    private byte[] digest(Instance source, FieldValues fields) {
        String number = fields.first("consent.id");
        return number == null ? null : keys.digest("consent", source.id(), number);
    }

    private byte[] blockingKey(NewEvent event) {
        return linkage.blockingKey(new Persona(0, event.caseDigest(), CaseFinder.person(event.fields()), null));
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
}
