package de.kimhub.linkage.register;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LinkageDecision;
import de.kimhub.linkage.LinkageDecision.Evidence;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.Prepared.Keyed;
import de.kimhub.linkage.register.Search.Asked;
import de.kimhub.linkage.register.Search.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@link PersonRegister} in PostgreSQL. */
@Component("personRegister")
class PostgresRegister implements PersonRegister {

    private final SourceCases cases;
    private final Buckets buckets;
    private final Preparation preparation;
    private final PersonaTable personas;
    private final Opening opening;
    private final Search search;
    private final Linker linker;
    private final Decider decider;
    private final Scorers scorers;

    PostgresRegister(SourceCases cases, Buckets buckets, Preparation preparation, PersonaTable personas,
                     Opening opening, Search search, Linker linker, Decider decider, Scorers scorers) {
        this.cases = cases;
        this.buckets = buckets;
        this.preparation = preparation;
        this.personas = personas;
        this.opening = opening;
        this.search = search;
        this.linker = linker;
        this.decider = decider;
        this.scorers = scorers;
    }

    @Override
    public void lock(Collection<byte[]> caseDigests, Collection<Persona> batch) {
        scorers.now();
        cases.lock(caseDigests);
        buckets.lockKeys(batch.stream().flatMap(one -> preparation.of(one).keys().stream()).map(Keyed::digest).toList());
    }

    @Override
    public List<LinkageDecision> ask(List<Persona> batch, Candidates candidates) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Prepared prepared = preparation.of(batch.get(i));
            // numbers that no file has, and persons that nobody is
            asked.add(new Asked(new SourceCase(-1 - i, batch.get(i).instanceNo(), batch.get(i).caseDigest(), -1 - i, true),
                    List.of(prepared.traits()), Set.copyOf(prepared.keys())));
        }
        List<Asked> open = asked.stream().filter(one -> batch.get((int) (-1 - one.self().id())).consentNamesIt() == null)
                .toList();
        Found found = open.isEmpty() ? null : search.search(open, Map.of(), candidates, scorers.now());
        return asked.stream().map(one -> answer(batch.get((int) (-1 - one.self().id())), one, found)).toList();
    }

    private LinkageDecision answer(Persona persona, Asked asked, Found found) {
        if (persona.consentNamesIt() != null) {
            return new LinkageDecision.Match(persona.consentNamesIt(), Evidence.FILE_NUMBER_IN_CONSENT);
        }
        return linker.answer(found, asked.self().id());
    }

    @Override
    public Linked open(List<NewFile> files, Candidates candidates) {
        if (files.isEmpty()) {
            return Linked.NOTHING;
        }
        Scorer current = scorers.now();
        List<Asked> asked = opening.open(files);
        Set<Long> decided = opening.decideCertain(files);
        Set<Long> opened = new LinkedHashSet<>(files.stream().map(NewFile::id).toList());
        return linker.link(asked, opened, decided, candidates, current);
    }

    @Override
    public Linked observe(List<Observation> observations, Candidates candidates) {
        List<PersonaTable.New> unknown = personas.unknown(observations.stream().map(one -> new PersonaTable.New(
                one.file(), one.persona(), preparation.of(one.persona()).traits())).toList());
        if (unknown.isEmpty()) {
            return Linked.NOTHING;
        }
        Scorer current = scorers.now();
        Set<Long> files = new LinkedHashSet<>(unknown.stream().map(PersonaTable.New::file).toList());
        buckets.lockKeys(digests(asked(files, unknown)));
        opening.add(unknown);
        return linker.link(asked(files, List.of()), Set.of(), Set.of(), candidates, current);
    }

    @Override
    public Linked reconsider(Collection<Long> files, Candidates candidates) {
        Scorer current = scorers.now();
        List<Asked> asked = asked(files, List.of());
        if (asked.isEmpty()) {
            return Linked.NOTHING;
        }
        buckets.lockKeys(digests(asked));
        return linker.link(asked(files, List.of()), Set.of(), Set.of(), candidates, current);
    }

    private static List<Long> digests(List<Asked> asked) {
        return asked.stream().flatMap(one -> one.keys().stream()).map(Keyed::digest).toList();
    }

    /** @param more personas that are not stored yet */
    private List<Asked> asked(Collection<Long> files, List<PersonaTable.New> more) {
        Map<Long, SourceCase> known = cases.byId(files);
        Map<Long, List<Traits>> traits = personas.traits(files);
        List<Asked> asked = new ArrayList<>();
        for (SourceCase file : known.values()) {
            List<Traits> all = new ArrayList<>(traits.getOrDefault(file.id(), List.of()));
            more.stream().filter(one -> one.file() == file.id()).forEach(one -> all.add(one.traits()));
            Set<Keyed> keys = new LinkedHashSet<>();
            all.forEach(one -> keys.addAll(preparation.of(one).keys()));
            asked.add(new Asked(file, all, keys));
        }
        return asked;
    }

    @Override
    public Linked decide(Decision decision, Candidates candidates) {
        return decider.decide(decision, candidates, scorers.now());
    }

    @Override
    public Linked split(long person, Set<Long> files, String reason, String actor) {
        return decider.split(person, files, reason, actor, scorers.now());
    }

    @Override
    public Linked undo(long linkEvent, String actor) {
        return decider.undo(linkEvent, actor, scorers.now());
    }
}
