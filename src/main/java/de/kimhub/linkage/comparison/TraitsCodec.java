package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.Traits.Identifier;
import de.kimhub.linkage.names.NamePart;
import de.kimhub.linkage.names.PreparedName;
import de.kimhub.message.IdentifierType;
import de.kimhub.message.PartialDate;
import de.kimhub.message.Varint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Traits as bytes, so that a candidate is compared without being normalised again. A version, then numbers as unsigned
 * LEB128 and texts as UTF-8 with their length.
 */
public final class TraitsCodec {

    /** Of form and normalisation: whoever changes what traits or blocking keys are made of raises it. */
    public static final int VERSION = 4;

    private TraitsCodec() {
    }

    public static byte[] encode(Traits traits) {
        return new Writer().traits(traits);
    }

    /** @throws IllegalArgumentException when the bytes are of another version: make the traits anew from the content */
    public static Traits decode(byte[] bytes) {
        return new Reader(ByteBuffer.wrap(bytes)).traits();
    }

    private static final class Writer {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

        byte[] traits(Traits traits) {
            number(VERSION);
            all(traits.given(), this::name);
            all(traits.family(), this::name);
            date(traits.birth());
            number(traits.sex());
            name(traits.birthPlace());
            all(traits.nationalities(), this::text);
            all(traits.residences(), this::residence);
            optional(traits.telephone());
            optional(traits.email());
            date(traits.death());
            all(traits.identifiers(), this::identifier);
            optional(traits.source());
            return out.toByteArray();
        }

        private void name(PreparedName name) {
            text(name.written());
            all(name.parts(), part -> {
                text(part.written());
                all(part.forms(), this::text);
                all(part.skeletons(), this::text);
                optional(part.way());
            });
        }

        private void residence(Residence residence) {
            text(residence.street());
            text(residence.houseNumber());
            text(residence.postalCode());
            text(residence.town());
        }

        private void identifier(Identifier identifier) {
            number(identifier.type().ordinal());
            text(identifier.issuer());
            text(identifier.value());
        }

        /** 0 when absent; a year is at least 1. */
        private void date(PartialDate date) {
            if (date == null) {
                number(0);
            } else {
                number(date.year());
                number(date.month());
                number(date.day());
            }
        }

        private <T> void all(List<T> values, Consumer<T> one) {
            number(values.size());
            values.forEach(one);
        }

        private void optional(String text) {
            number(text == null ? 0 : 1);
            if (text != null) {
                text(text);
            }
        }

        private void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            out.writeBytes(bytes);
        }

        private void number(int number) {
            Varint.write(out, number);
        }
    }

    private record Reader(ByteBuffer in) {

        Traits traits() {
            int version = number();
            if (version != VERSION) {
                throw new IllegalArgumentException("Traits of version " + version + ", not " + VERSION);
            }
            return new Traits(all(this::name), all(this::name), date(), (char) number(), name(), all(this::text),
                    all(this::residence), optional(), optional(), date(), all(this::identifier), optional());
        }

        private PreparedName name() {
            String written = text();
            List<NamePart> parts = all(() -> new NamePart(text(), all(this::text), all(this::text), optional()));
            return written.isEmpty() && parts.isEmpty() ? PreparedName.EMPTY : new PreparedName(written, parts);
        }

        private Residence residence() {
            return new Residence(text(), text(), text(), text());
        }

        private Identifier identifier() {
            return new Identifier(IdentifierType.values()[number()], text(), text());
        }

        private PartialDate date() {
            int year = number();
            return year == 0 ? null : new PartialDate(year, number(), number());
        }

        private <T> List<T> all(Supplier<T> one) {
            int count = number();
            List<T> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                values.add(one.get());
            }
            return List.copyOf(values);
        }

        private String optional() {
            return number() == 0 ? null : text();
        }

        private String text() {
            int length = number();
            String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
            in.position(in.position() + length);
            return text;
        }

        private int number() {
            return Varint.read(in);
        }
    }
}
