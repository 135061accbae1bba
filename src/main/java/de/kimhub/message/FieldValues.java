package de.kimhub.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The values of a case message by field, in the order of the field numbers. Immutable. A field that is absent has no
 * value; an empty text is never stored, except as a place holder in aligned lists of a repeatable group.
 */
public final class FieldValues {

    public static final FieldValues EMPTY = new FieldValues(new TreeMap<>());

    private final TreeMap<Integer, List<String>> values;

    private FieldValues(TreeMap<Integer, List<String>> values) {
        this.values = values;
    }

    /** The first value, or {@code null} when the field is absent. */
    public String first(Field field) {
        List<String> all = values.get(field.id());
        return all == null ? null : all.getFirst();
    }

    public String first(String path) {
        return first(CanonicalSchema.field(path));
    }

    /** All values; empty when the field is absent. */
    public List<String> all(Field field) {
        return values.getOrDefault(field.id(), List.of());
    }

    public List<String> all(String path) {
        return all(CanonicalSchema.field(path));
    }

    public boolean has(Field field) {
        return values.containsKey(field.id());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public void forEach(BiConsumer<Field, List<String>> action) {
        values.forEach((id, all) -> action.accept(CanonicalSchema.byId(id), all));
    }

    /** Only these fields; what is not named is left out. */
    public FieldValues only(Set<Field> allowed) {
        Builder kept = new Builder();
        forEach((field, all) -> {
            if (allowed.contains(field)) {
                kept.values.put(field.id(), all);
            }
        });
        return kept.build();
    }

    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.values.putAll(values);
        return builder;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The stored form: per field its number, the count of values, and each value's UTF-8 length and bytes, all
     * numbers as unsigned LEB128. Equal values give equal bytes.
     */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        values.forEach((id, all) -> {
            Varint.write(out, id);
            Varint.write(out, all.size());
            for (String value : all) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                Varint.write(out, bytes.length);
                out.writeBytes(bytes);
            }
        });
        return out.toByteArray();
    }

    public static FieldValues decode(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        TreeMap<Integer, List<String>> values = new TreeMap<>();
        while (in.hasRemaining()) {
            int id = Varint.read(in);
            int count = Varint.read(in);
            List<String> all = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                byte[] bytes = new byte[Varint.read(in)];
                in.get(bytes);
                all.add(new String(bytes, StandardCharsets.UTF_8));
            }
            values.put(id, List.copyOf(all));
        }
        return new FieldValues(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names the fields, never a value. */
    @Override
    public String toString() {
        return values.keySet().stream().map(id -> CanonicalSchema.byId(id).path()).toList().toString();
    }

    /** Not thread-safe. */
    public static final class Builder {

        private final TreeMap<Integer, List<String>> values = new TreeMap<>();

        private Builder() {
        }

        /** Replaces what the field had; {@code null} or empty text removes it. */
        public Builder set(Field field, String value) {
            if (value == null || value.isEmpty()) {
                values.remove(field.id());
            } else {
                values.put(field.id(), List.of(value));
            }
            return this;
        }

        public Builder set(String path, String value) {
            return set(CanonicalSchema.field(path), value);
        }

        public Builder setAll(Field field, Collection<String> all) {
            if (all.isEmpty() || all.stream().allMatch(String::isEmpty)) {
                values.remove(field.id());
            } else {
                values.put(field.id(), List.copyOf(all));
            }
            return this;
        }

        public Builder setAll(String path, Collection<String> all) {
            return setAll(CanonicalSchema.field(path), all);
        }

        /** Takes over everything the other one has. */
        public Builder setAll(FieldValues other) {
            values.putAll(other.values);
            return this;
        }

        public Builder remove(Field field) {
            values.remove(field.id());
            return this;
        }

        public FieldValues build() {
            return values.isEmpty() && EMPTY != null ? EMPTY : new FieldValues(new TreeMap<>(values));
        }
    }
}
