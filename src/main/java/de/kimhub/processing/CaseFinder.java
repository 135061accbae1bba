package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Linkage;
import de.kimhub.linkage.LinkageDecision;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.SourceCases.NewCase;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.Sharing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds the files that a batch speaks of, links those of enrolled people, and opens new ones only where they are
 * needed: nothing is kept of people who take no part.
 */
@Component
class CaseFinder {

    private final SourceCases cases;
    private final Linkage linkage;
    private final ConsentLedger ledger;
    private final InstanceNumbers numbers;
    private final KeyVault keys;
    private final Shadows shadows;

    CaseFinder(SourceCases cases, Linkage linkage, ConsentLedger ledger, InstanceNumbers numbers, KeyVault keys,
               Shadows shadows) {
        this.cases = cases;
        this.linkage = linkage;
        this.ledger = ledger;
        this.numbers = numbers;
        this.keys = keys;
        this.shadows = shadows;
    }

    /** A file that a record names. */
    record Named(byte[] digest, String number, FieldValues person) {
    }

    byte[] digest(Instance instance, String caseNumber) {
        return caseNumber == null ? null : cases.digest(instance.id(), caseNumber);
    }

    /**
     * Known files, and files of enrolled people that can be linked now, whether or not anything changed in them. Takes
     * all locks of the batch at once.
     *
     * @param alsoLock digests that the batch decides about besides
     */
    CaseScope find(Instance instance, Collection<Named> named, Collection<byte[]> alsoLock, LocalDate today) {
        CaseScope scope = new CaseScope();
        int instanceNo = numbers.of(instance.id());
        scope.putAll(cases.find(instanceNo, digests(named)));
        List<Named> unknown = named.stream().filter(one -> scope.get(one.digest()) == null).toList();
        List<byte[]> locks = new ArrayList<>(digests(unknown));
        locks.addAll(alsoLock);
        unknown.forEach(one -> locks.add(linkage.blockingKey(new Persona(instanceNo, "", one.digest(), one.person(), null))));
        if (!locks.isEmpty()) {
            cases.lock(locks);
            // another node may have opened or united some of them while this one waited
            scope.putAll(cases.find(instanceNo, digests(named)));
        }
        if (!unknown.isEmpty()) {
            linkUnknown(instance, instanceNo, unknown, scope, today);
        }
        return scope;
    }

    /** First by the consents that count in earnest; by those of instances in shadow only who has none of these. */
    private void linkUnknown(Instance instance, int instanceNo, List<Named> named, CaseScope scope, LocalDate today) {
        Set<Integer> inShadow = shadows.now();
        List<Named> unknown = named.stream().filter(one -> scope.get(one.digest()) == null).toList();
        if (inShadow.isEmpty() || inShadow.contains(instanceNo)) {
            open(instanceNo, decide(instance, instanceNo, unknown, today, Set.of()), scope);
            return;
        }
        Map<Named, Long> real = decide(instance, instanceNo, unknown, today, inShadow);
        real.entrySet().removeIf(link -> !knownOutOfShadow(link.getKey(), link.getValue(), instanceNo, inShadow));
        open(instanceNo, real, scope);
        List<Named> left = unknown.stream().filter(one -> scope.get(one.digest()) == null).toList();
        Map<Named, Long> linked = decide(instance, instanceNo, left, today, Set.of());
        Set<Long> inEarnest = ledger.inEarnest(linked.values(), inShadow);
        linked.values().removeIf(inEarnest::contains);
        open(instanceNo, linked, scope);
    }

    /** Whether a live tool's file says so: the number that a client showed there, or the name. */
    private boolean knownOutOfShadow(Named one, long person, int instanceNo, Set<Integer> inShadow) {
        byte[] name = linkage.blockingKey(new Persona(instanceNo, "", one.digest(), one.person(), null));
        return ledger.personsNaming(instanceNo, List.of(one.digest()), inShadow).containsValue(person)
                || name != null && cases.findByName(List.of(name)).values().stream().flatMap(List::stream)
                        .anyMatch(file -> file.personId() == person && !inShadow.contains(file.instanceNo()));
    }

    /** @param without instances whose consents do not count */
    private Map<Named, Long> decide(Instance instance, int instanceNo, List<Named> unknown, LocalDate today,
                                    Set<Integer> without) {
        Map<Integer, Long> shown = ledger.personsNaming(instanceNo, digests(unknown), without);
        List<Persona> personas = new ArrayList<>();
        for (int i = 0; i < unknown.size(); i++) {
            personas.add(new Persona(instanceNo, instance.authority(), unknown.get(i).digest(), unknown.get(i).person(), shown.get(i)));
        }
        Party source = InstalledParties.party(instance);
        List<LinkageDecision> decisions =
                linkage.decide(personas, persons -> enrolledFor(source, instanceNo, persons, today, without));
        Map<Named, Long> linked = new LinkedHashMap<>();
        for (int i = 0; i < unknown.size(); i++) {
            if (decisions.get(i) instanceof LinkageDecision.Match match) {
                linked.put(unknown.get(i), match.personId());
            }
        }
        return linked;
    }

    private Set<Long> enrolledFor(Party source, int instanceNo, Collection<Long> persons, LocalDate today,
                                  Set<Integer> without) {
        Set<Long> byNumber = ledger.showingNumbers(instanceNo, persons, without);
        return ledger.of(persons).entrySet().stream().filter(entry -> !byNumber.contains(entry.getKey())
                        && Sharing.mayLink(source, entry.getValue().stream()
                                .filter(consent -> consent.inEarnest(without)).toList(), today))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private void open(int instanceNo, Map<Named, Long> linked, CaseScope scope) {
        open(instanceNo, List.copyOf(linked.keySet()), List.copyOf(linked.values()), scope);
    }

    /** Opens files of people of whom nothing is known elsewhere: each alone with a person of its own. */
    void openUnlinked(Instance instance, Collection<Named> named, CaseScope scope) {
        List<Named> missing = named.stream().filter(one -> scope.get(one.digest()) == null).toList();
        open(numbers.of(instance.id()), missing, cases.newPersons(missing.size()), scope);
    }

    private void open(int instanceNo, List<Named> named, List<Long> persons, CaseScope scope) {
        List<Long> ids = cases.newCaseNumbers(named.size());
        List<NewCase> opened = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Named one = named.get(i);
            Persona persona = new Persona(instanceNo, "", one.digest(), one.person(), null);
            opened.add(new NewCase(ids.get(i), instanceNo, one.digest(), one.number(), persons.get(i),
                    linkage.blockingKey(persona), keys.encrypt(one.person().encode(), "persona")));
            scope.put(new SourceCase(ids.get(i), instanceNo, one.digest(), persons.get(i), true));
        }
        cases.insert(opened);
    }

    static FieldValues person(FieldValues fields) {
        return fields.only(PERSON);
    }

    private static final Set<Field> PERSON = de.kimhub.message.CanonicalSchema.fields().stream()
            .filter(Field::isPerson).collect(Collectors.toUnmodifiableSet());

    private static List<byte[]> digests(Collection<Named> named) {
        return named.stream().map(Named::digest).toList();
    }
}
