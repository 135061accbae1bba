package de.kimhub.linkage.register;

import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.SourceCases.NewCase;
import de.kimhub.linkage.blocking.BlockingKeys;
import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.KeyTable.Row;
import de.kimhub.linkage.register.KeyTable.Stored;
import de.kimhub.linkage.register.LinkEvents.Beside;
import de.kimhub.linkage.register.LinkEvents.Event;
import de.kimhub.linkage.register.LinkEvents.Kind;
import de.kimhub.linkage.register.LinkEvents.Step;
import de.kimhub.linkage.register.PairTable.Scored;
import de.kimhub.linkage.register.Prepared.Keyed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills a register with many files of which it is known whose they are, in the state in which opening them one after the
 * other would leave it, without looking for anybody: so nobody waits for a decision, however much like another they are.
 * To measure with; nobody else uses the register meanwhile.
 */
public final class Seeding {

    private final SourceCases cases;
    private final Preparation preparation;
    private final PersonaTable personas;
    private final KeyTable keys;
    private final Refinement refinement;
    private final PairTable pairs;
    private final LinkEvents events;
    private final Chronicle chronicle;

    Seeding(SourceCases cases, Preparation preparation, PersonaTable personas, KeyTable keys, Refinement refinement,
            PairTable pairs, LinkEvents events, Chronicle chronicle) {
        this.cases = cases;
        this.preparation = preparation;
        this.personas = personas;
        this.keys = keys;
        this.refinement = refinement;
        this.pairs = pairs;
        this.events = events;
        this.chronicle = chronicle;
    }

    private record Placed(NewFile file, Prepared prepared, long person) {

        SourceCase asCase() {
            return new SourceCase(file.id(), file.persona().instanceNo(), file.persona().caseDigest(), person, true);
        }
    }

    /** Before many are added, in a transaction. */
    public void begin() {
        keys.dropIndexes();
    }

    /**
     * In a transaction; several may be at it at once.
     *
     * @param persons the files of each, the eldest first; a further one that is not surely theirs is left out
     * @return how many files were added
     */
    public int add(List<List<NewFile>> persons, Scorer scorer) {
        List<Long> numbers = cases.newPersons(persons.size());
        List<Placed> placed = new ArrayList<>();
        List<Scored> sure = new ArrayList<>();
        List<Event> linked = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            Placed first = placed(persons.get(i).getFirst(), numbers.get(i));
            placed.add(first);
            for (NewFile file : persons.get(i).subList(1, persons.get(i).size())) {
                Placed further = placed(file, numbers.get(i));
                PairScore score = FileOrder.BY_DIGEST.score(first.asCase(), further.asCase(), Map.of(
                        first.file().id(), List.of(first.prepared().traits()),
                        file.id(), List.of(further.prepared().traits())), scorer);
                if (score.band() == Band.SURE) {
                    placed.add(further);
                    Scored pair = new Scored(Pair.of(first.file().id(), file.id()), score);
                    sure.add(pair);
                    linked.add(event(first, further, chronicle.explanation(pair, scorer), scorer.model().version()));
                }
            }
        }
        cases.insert(placed.stream().map(one -> new NewCase(one.file().id(), one.file().persona().instanceNo(),
                one.file().persona().caseDigest(), one.file().caseNumber(), one.person(), null)).toList());
        personas.insert(placed.stream().map(one -> new PersonaTable.New(one.file().id(), one.file().persona(),
                one.prepared().traits())).toList());
        keys.insertUnchecked(placed.stream().flatMap(one -> one.prepared().keys().stream()
                .map(key -> new Row(key.digest(), one.file().id()))).toList());
        pairs.store(sure, scorer.model().version());
        events.insertAll(linked);
        return placed.size();
    }

    private Placed placed(NewFile file, long person) {
        return new Placed(file, preparation.of(Traits.of(file.persona().person(), file.persona().authority(),
                String.valueOf(file.persona().instanceNo()))), person);
    }

    private static Event event(Placed first, Placed further, byte[] explanation, String model) {
        return new Event(0, Cause.NEWS.actor(), Kind.LINKED, List.of(new Step(further.file().id(), 0, further.person())),
                List.of(new Beside(first.file().id(), first.person())), List.of(), List.of(), null, model, explanation);
    }

    /** After all were added, in a transaction. */
    public void end() {
        keys.createIndexes();
        Set<Long> seen = new HashSet<>();
        while (true) {
            Set<Long> refined = keys.comeBackAfterRefining();
            Set<Long> shared = keys.sharedByMoreThan(BlockingKeys.MOST_OF_A_WEAK_KEY);
            shared.addAll(refined);
            shared.removeAll(seen);
            if (shared.isEmpty()) {
                return;
            }
            shared.forEach(key -> refine(key, refined.contains(key)));
            seen.addAll(shared);
        }
    }

    private void refine(long digest, boolean refined) {
        List<Long> sharing = keys.files(List.of(digest)).getOrDefault(digest, List.of());
        personas.traits(sharing.subList(0, Math.min(1, sharing.size()))).values().stream().flatMap(List::stream)
                .map(traits -> stored(traits, digest)).flatMap(Optional::stream).findFirst()
                .filter(key -> refined || sharing.size() > key.key().most(key.depth()))
                .ifPresent(key -> refinement.refine(key, sharing));
    }

    /** The key of this persona that is stored so. */
    private Optional<Stored> stored(Traits traits, long digest) {
        for (Keyed one : preparation.of(traits).keys()) {
            for (int depth = 0; depth <= one.key().refinements().size(); depth++) {
                Stored key = keys.at(one.key(), depth);
                if (key.digest() == digest) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }
}
