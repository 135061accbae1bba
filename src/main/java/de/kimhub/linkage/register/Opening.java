package de.kimhub.linkage.register;

import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.register.KeyTable.Stored;
import de.kimhub.linkage.register.Prepared.Keyed;
import de.kimhub.linkage.register.Search.Asked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Writes files, personas and keys. */
@Component
class Opening {

    private final NewFiles newFiles;
    private final Buckets buckets;
    private final Preparation preparation;
    private final PersonaTable personas;
    private final KeyTable keys;

    Opening(NewFiles newFiles, Buckets buckets, Preparation preparation, PersonaTable personas, KeyTable keys) {
        this.newFiles = newFiles;
        this.buckets = buckets;
        this.preparation = preparation;
        this.personas = personas;
        this.keys = keys;
    }

    /** @param keys as they are stored */
    record Opened(List<Asked> files, Map<Keyed, Stored> keys) {
    }

    /** Each with a person of its own, until it is linked. */
    Opened open(List<NewFile> files) {
        List<Prepared> prepared = files.stream().map(one -> preparation.of(one.persona())).toList();
        buckets.lockKeys(prepared.stream().flatMap(one -> one.keys().stream()).map(Keyed::digest).toList());
        List<Long> persons = newFiles.insert(files, prepared);
        Map<Long, Set<Keyed>> byFile = new TreeMap<>();
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            NewFile file = files.get(i);
            Asked one = new Asked(new SourceCase(file.id(), file.persona().instanceNo(), file.persona().caseDigest(),
                    persons.get(i), true), List.of(prepared.get(i).traits()), Set.copyOf(prepared.get(i).keys()));
            asked.add(one);
            byFile.put(file.id(), one.keys());
        }
        return new Opened(asked, keys.insertNew(byFile));
    }

    /**
     * Their keys are locked.
     *
     * @return these, as they are stored
     */
    Map<Keyed, Stored> add(List<PersonaTable.New> versions) {
        personas.insert(versions);
        Map<Long, Set<Keyed>> byFile = new TreeMap<>();
        versions.forEach(one -> byFile.computeIfAbsent(one.file(), file -> new HashSet<>())
                .addAll(preparation.of(one.persona()).keys()));
        return insertKeys(byFile);
    }

    Map<Keyed, Stored> insertKeys(Map<Long, Set<Keyed>> byFile) {
        return keys.insert(byFile);
    }
}
