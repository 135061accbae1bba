package de.kimhub.pseudonym;

import de.kimhub.keys.DomainKey;
import de.kimhub.keys.OneWayKey;
import de.kimhub.keys.TwoWayKey;
import de.kimhub.message.Base32;
import de.kimhub.pseudonym.Domain.Mode;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Makes bodies of pseudonyms by a domain's key in one epoch, and turns them back where that is possible. */
record Codes(Domain domain, DomainKey key) {

    private static final int INPUT_BYTES = Long.BYTES + 1;
    private static final int MOST_BITS = 5;

    Codes {
        if (domain.mode() == Mode.KEYED != key instanceof OneWayKey || domain.mode() == Mode.TEMPORARY) {
            throw new PseudonymRefused(PseudonymProblem.WRONG_MODE);
        }
    }

    /** @param generation other than 0 when the earlier ones must not be used */
    String body(long person, int generation) {
        byte[] input = ByteBuffer.allocate(INPUT_BYTES).putLong(person).put((byte) generation).array();
        return switch (key) {
            case OneWayKey oneWay -> Base32.text(Base32.encode(
                    oneWay.code(input, (domain.length() * MOST_BITS + Byte.SIZE - 1) / Byte.SIZE), domain.length()));
            case TwoWayKey twoWay -> Base32.text(Base32.encode(twoWay.seal(input)));
        };
    }

    /** Empty when it was not made by this key, or the key is one-way. */
    OptionalLong person(String body) {
        return switch (key) {
            case OneWayKey oneWay -> OptionalLong.empty();
            case TwoWayKey twoWay -> twoWay.open(Base32.decode(Base32.symbols(body)))
                    .filter(input -> input.length == INPUT_BYTES)
                    .map(input -> OptionalLong.of(ByteBuffer.wrap(input).getLong())).orElse(OptionalLong.empty());
        };
    }
}
