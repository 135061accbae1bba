package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LinkageDecision;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.ShownFileNumbers;
import de.kimhub.translation.Translation.Accepted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Finds the files that a batch speaks of, links those of enrolled people, and opens new ones only where they are
 * needed: nothing is kept of people who take no part.
 */
@Component
class CaseFinder {

    private static final byte[] SAYS_NOBODY = {};

    private final SourceCases cases;
    private final PersonRegister register;
    private final Candidacy candidacy;
    private final ConsentLedger ledger;
    private final ShownFileNumbers shownNumbers;
    private final InstanceNumbers numbers;
    private final Shadows shadows;

    CaseFinder(SourceCases cases, PersonRegister register, Candidacy candidacy, ConsentLedger ledger, ShownFileNumbers shownNumbers,
               InstanceNumbers numbers, Shadows shadows) {
        this.cases = cases;
        this.register = register;
        this.candidacy = candidacy;
        this.ledger = ledger;
        this.shownNumbers = shownNumbers;
        this.numbers = numbers;
        this.shadows = shadows;
    }

    /** A file that a record names. */
    record Named(byte[] digest, String number, FieldValues person) {
    }

    byte[] digest(Instance instance, String caseNumber) {
        return caseNumber == null ? null : cases.digest(instance.id(), caseNumber);
    }

    /** What a batch decides about besides the files that it names: to be locked with them. */
    record AlsoLocked(List<byte[]> digests, List<Persona> personas) {
    }

    /**
     * Known files, and files of enrolled people that can be linked now, or may be theirs, whether or not anything changed
     * in them. Takes all locks of the batch at once.
     */
    CaseScope find(Instance instance, Collection<Named> named, AlsoLocked also, LocalDate today) {
        CaseScope scope = new CaseScope();
        int instanceNo = numbers.of(instance.id());
        scope.putAll(cases.find(instanceNo, digests(named)));
        List<Named> unknown = named.stream().filter(one -> scope.get(one.digest()) == null).toList();
        List<byte[]> locks = new ArrayList<>(digests(unknown));
        locks.addAll(also.digests());
        if (!locks.isEmpty()) {
            List<Persona> personas = new ArrayList<>(also.personas());
            unknown.forEach(one -> personas.add(persona(instance, instanceNo, one, null)));
            register.lock(locks, personas);
            // another node may have opened or moved some of them while this one waited
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
        Set<Integer> without = inShadow.contains(instanceNo) ? Set.of() : inShadow;
        link(instance, instanceNo, named, candidacy.enrolledFor(instance, instanceNo, today, without), without, Set.of(),
                scope);
        if (!without.isEmpty()) {
            link(instance, instanceNo, named, candidacy.enrolledInShadow(instance, instanceNo, today, inShadow), Set.of(),
                    inShadow, scope);
        }
    }

    /**
     * Opens the files that are, or may be, somebody's.
     *
     * @param without   instances whose consents do not count
     * @param notBeside instances beside whose consents no other may stand
     */
    private void link(Instance instance, int instanceNo, List<Named> named, Candidates candidates, Set<Integer> without,
                      Set<Integer> notBeside, CaseScope scope) {
        List<Named> unknown = named.stream().filter(one -> scope.get(one.digest()) == null).toList();
        if (unknown.isEmpty()) {
            return;
        }
        Map<Integer, Long> shown = new HashMap<>(shownNumbers.personsNaming(instanceNo, digests(unknown), without));
        if (!notBeside.isEmpty()) {
            shown.values().removeAll(ledger.inEarnest(Set.copyOf(shown.values()), notBeside));
        }
        List<Persona> personas = new ArrayList<>();
        for (int i = 0; i < unknown.size(); i++) {
            personas.add(persona(instance, instanceNo, unknown.get(i), shown.get(i)));
        }
        List<LinkageDecision> decisions = register.ask(personas, candidates);
        List<Integer> concerned = IntStream.range(0, personas.size())
                .filter(i -> !(decisions.get(i) instanceof LinkageDecision.NonMatch)).boxed().toList();
        open(instanceNo, concerned.stream().map(unknown::get).toList(), concerned.stream().map(personas::get).toList(),
                candidates, scope);
    }

    /** Opens files of people of whom nothing is known elsewhere: each alone with a person of its own. */
    void openUnlinked(Instance instance, Collection<Named> named, CaseScope scope) {
        int instanceNo = numbers.of(instance.id());
        List<Named> missing = named.stream().filter(one -> scope.get(one.digest()) == null).toList();
        open(instanceNo, missing, missing.stream().map(one -> persona(instance, instanceNo, one, null)).toList(),
                candidacy.nobody(), scope);
    }

    private void open(int instanceNo, List<Named> named, List<Persona> personas, Candidates candidates, CaseScope scope) {
        if (named.isEmpty()) {
            return;
        }
        List<Long> ids = cases.newCaseNumbers(named.size());
        List<NewFile> files = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            files.add(new NewFile(ids.get(i), named.get(i).number(), personas.get(i), personas.get(i).consentNamesIt()));
        }
        scope.move(register.open(files, candidates).moves());
        scope.putAll(cases.find(instanceNo, digests(named)));
    }

    byte[] personaDigest(Instance instance, Accepted record) {
        FieldValues said = BatchReader.said(record);
        return said.isEmpty() ? SAYS_NOBODY : cases.digest(said, instance.authority());
    }

    static Persona persona(Instance instance, int instanceNo, Named one, Long shown) {
        return new Persona(instanceNo, instance.authority(), one.digest(), one.person(), shown);
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
