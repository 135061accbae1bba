package de.kimhub.linkage;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.LinkageDecision.Evidence;
import de.kimhub.linkage.LinkageDecision.Match;
import de.kimhub.linkage.LinkageDecision.NonMatch;
import de.kimhub.linkage.LinkageDecision.PossibleMatch;
import de.kimhub.message.NameType;
import de.kimhub.message.PartialDate;
import de.kimhub.message.PersonName;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * The file number that a consent names, or exactly equal normalised name and full birth date. A birth date of
 * 1 January is what tools write that must have one: it decides nothing here. Two candidates are never chosen between.
 */
@Component
class ExactLinkage implements Linkage {

    private final KeyVault keys;
    private final SourceCases cases;

    ExactLinkage(KeyVault keys, SourceCases cases) {
        this.keys = keys;
        this.cases = cases;
    }

    @Override
    public List<LinkageDecision> decide(List<Persona> personas, Candidates candidates) {
        List<byte[]> blockingKeys = personas.stream()
                .map(persona -> persona.consentNamesIt() != null ? null : blockingKey(persona)).toList();
        Map<ByteBuffer, Set<Long>> known = cases.personsByName(
                blockingKeys.stream().filter(key -> key != null).toList());
        Set<Long> allowed = candidates.among(known.values().stream().flatMap(Set::stream).distinct().toList());
        List<LinkageDecision> decisions = new ArrayList<>(personas.size());
        for (int i = 0; i < personas.size(); i++) {
            decisions.add(decide(personas.get(i), blockingKeys.get(i), known, allowed));
        }
        return decisions;
    }

    private static LinkageDecision decide(Persona persona, byte[] key, Map<ByteBuffer, Set<Long>> known,
                                          Set<Long> allowed) {
        if (persona.consentNamesIt() != null) {
            return new Match(persona.consentNamesIt(), Evidence.FILE_NUMBER_IN_CONSENT);
        }
        if (key == null) {
            return new NonMatch();
        }
        Set<Long> found = new TreeSet<>(known.getOrDefault(ByteBuffer.wrap(key), Set.of()));
        found.retainAll(allowed);
        return switch (found.size()) {
            case 0 -> new NonMatch();
            case 1 -> new Match(found.iterator().next(), Evidence.SAME_NAME_AND_BIRTH_DATE);
            default -> new PossibleMatch(found.iterator().next());
        };
    }

    @Override
    public byte[] blockingKey(Persona persona) {
        Optional<PartialDate> birth = PartialDate.parse(persona.person().first("person.birth.date"));
        Optional<PersonName> name = PersonName.of(persona.person()).stream()
                .filter(one -> one.type() == NameType.OFFICIAL || one.type() == NameType.PASSPORT).findFirst();
        if (birth.isEmpty() || name.isEmpty() || !birth.get().isComplete() || birth.get().looksLikePlaceholder()) {
            return null;
        }
        String family = normalised(name.get().family());
        String given = normalised(name.get().given());
        // one name and a date are too little to stand on their own
        return family.isEmpty() || given.isEmpty() ? null
                : keys.digest("name-and-birth", family, given, birth.get().toString());
    }

    /** NFC, lower case, one blank between parts. Spelling stays: other spellings are the full linkage's matter. */
    private static String normalised(String name) {
        return name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\-]+", " ").strip();
    }
}
