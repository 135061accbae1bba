package de.kimhub.message;

/**
 * One field of the canonical schema.
 *
 * @param id         stable number, used in stored messages; never given to another field
 * @param path       the name that mappings and sharing rules use, e.g. {@code person.names.official.family}
 * @param codeList   for {@link FieldKind#CODE}: the canonical code list; otherwise {@code null}
 * @param repeatable whether it may hold several values; repeatable members of one group are aligned by index
 * @param maxLength  in UTF-16 units
 */
public record Field(int id, String path, FieldKind kind, PersonalData personalData, String codeList,
                    boolean repeatable, int maxLength) {

    public boolean isPerson() {
        return path.startsWith("person.");
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return path;
    }
}
