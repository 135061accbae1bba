package de.kimhub.linkage.explanation;

import de.kimhub.linkage.comparison.Traits;
import de.kimhub.message.FieldValues;
import java.util.List;

/**
 * A file as far as it is compared.
 *
 * @param instance  id of its source
 * @param authority kind of body that the source is, code of the list {@code stelle}
 * @param personas  every version of the person that its source wrote, the latest first; empty when nothing is kept
 * @param blocked   whether a disclosure block (Auskunftssperre) stands, or ever stood, in a file of its person
 */
public record KnownFile(long id, String instance, String authority, long person, List<FieldValues> personas,
                        boolean blocked) {

    List<Traits> traits() {
        return personas.stream().map(persona -> Traits.of(persona, authority, instance)).toList();
    }
}
