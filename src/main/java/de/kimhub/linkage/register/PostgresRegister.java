package de.kimhub.linkage.register;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.LinkageDecision;
import de.kimhub.linkage.LinkageDecision.Evidence;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.PersonaTable.Stored;
import de.kimhub.linkage.register.Prepared.Keyed;
import de.kimhub.linkage.register.Retraction.Unsaid;
import de.kimhub.linkage.register.Search.Asked;
import de.kimhub.linkage.register.Search.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Retraction retraction;
    private final ContestedPairs contested;
    private final KeptApart keptApart;
    private final ShownNumbers shown;
    private final Forgetting forgetting;
    private final Scorers scorers;

    PostgresRegister(SourceCases cases, Buckets buckets, Preparation preparation, PersonaTable personas,
                     Opening opening, Search search, Linker linker, Decider decider, Retraction retraction,
                     ContestedPairs contested, KeptApart keptApart, ShownNumbers shown,
                     Forgetting forgetting, Scorers scorers) {
        this.cases = cases;
        this.buckets = buckets;
        this.preparation = preparation;
        this.personas = personas;
        this.opening = opening;
        this.search = search;
        this.linker = linker;
        this.decider = decider;
        this.retraction = retraction;
        this.contested = contested;
        this.keptApart = keptApart;
        this.shown = shown;
        this.forgetting = forgetting;
        this.scorers = scorers;
    }

    @Override
    public void lock(Collection<byte[]> caseDigests, Collection<Persona> batch) {
        scorers.now();
        buckets.lockBatch(caseDigests, batch.stream().flatMap(one -> preparation.of(one).keys().stream())
                .map(Keyed::digest).toList());
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
        Map<SourceCase, Long> named = new LinkedHashMap<>();
        asked.stream().filter(one -> persona(batch, one).consentNamesIt() != null)
                .forEach(one -> named.put(one.self(), persona(batch, one).consentNamesIt()));
        Set<Long> certain = named.keySet().stream().map(SourceCase::id).collect(Collectors.toCollection(HashSet::new));
        certain.removeAll(shown.decidedOtherwise(named));
        List<Asked> open = asked.stream().filter(one -> !certain.contains(one.self().id())).toList();
        Found found = open.isEmpty() ? null : search.search(open, Map.of(), Map.of(), candidates, scorers.now());
        if (found != null) {
            found.leaveOut(keptApart.among(found.likely()));
        }
        return asked.stream().map(one -> certain.contains(one.self().id())
                ? new LinkageDecision.Match(persona(batch, one).consentNamesIt(), Evidence.FILE_NUMBER_IN_CONSENT)
                : linker.answer(found, one.self().id())).toList();
    }

    private static Persona persona(List<Persona> batch, Asked asked) {
        return batch.get((int) (-1 - asked.self().id()));
    }

    @Override
    public Linked open(List<NewFile> files, Candidates candidates) {
        if (files.isEmpty()) {
            return Linked.NOTHING;
        }
        Scorer current = scorers.now();
        Opening.Opened opened = opening.open(files);
        Set<Long> decided = shown.decide(files, opened.files().stream().map(Asked::self)
                .collect(Collectors.toMap(SourceCase::id, one -> one)));
        Set<Long> numbers = new LinkedHashSet<>(files.stream().map(NewFile::id).toList());
        return linker.link(opened.files(), opened.keys(), numbers, decided, candidates, current);
    }

    @Override
    public Linked observe(List<Observation> observations, Candidates candidates) {
        Observed observed = Observed.of(observations, personas::digest);
        Set<Long> files = observed.files();
        List<Stored> stored = personas.stored(files);
        List<PersonaTable.New> unknown = observed.unknown(stored, one -> preparation.of(one).traits());
        Scorer current = scorers.now();
        Unsaid unsaid = retraction.find(observations, unknown, stored, current);
        files.retainAll(concerned(unknown, unsaid));
        if (files.isEmpty()) {
            return Linked.NOTHING;
        }
        buckets.lockKeys(digests(asked(files, unknown)));
        Map<Keyed, KeyTable.Stored> keys = opening.add(unknown);
        personas.saidNow(observed.last(files));
        Set<Long> together = new LinkedHashSet<>(retraction.retract(unsaid, current));
        together.addAll(unsaid.doubtful().keySet());
        Linked linked = linker.link(asked(files, List.of()), keys, Set.of(), together, candidates, current);
        contested.contest(unsaid.all(), retraction.contradictions(unsaid, current), current);
        return linked;
    }

    private static Set<Long> concerned(List<PersonaTable.New> unknown, Unsaid unsaid) {
        Set<Long> files = unknown.stream().map(PersonaTable.New::file).collect(Collectors.toSet());
        files.addAll(unsaid.all());
        return files;
    }

    @Override
    public Linked reconsider(Collection<Long> files, Candidates candidates) {
        Scorer current = scorers.now();
        List<Asked> asked = asked(files, List.of());
        if (asked.isEmpty()) {
            return Linked.NOTHING;
        }
        buckets.lockKeys(digests(asked));
        return linker.link(asked(files, List.of()), Map.of(), Set.of(), Set.of(), candidates, current);
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
    public void forget(Collection<Long> files) {
        buckets.lockFiles(files);
        forgetting.forget(files);
    }

    @Override
    public Linked undo(long linkEvent, String actor) {
        return decider.undo(linkEvent, actor, scorers.now());
    }
}
