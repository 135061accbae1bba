package de.kimhub.pseudonym;

import de.kimhub.message.Base32;
import de.kimhub.message.CheckSymbols;
import de.kimhub.message.CheckSymbols.Reading.OneWrong;
import de.kimhub.message.CheckSymbols.Reading.Right;

/**
 * What a domain's recipient calls a person.
 *
 * @param prefix three characters: the domain
 * @param epoch  which of the domain's keys made it, from 1 on; 0: no key did
 * @param body   Crockford base 32, no check characters
 */
public record Pseudonym(String prefix, int epoch, String body) {

    static final int PREFIX_LENGTH = 3;
    /** An epoch is one character; 0 is that of temporary tokens. */
    static final int LAST_EPOCH = Base32.SIZE - 1;

    private static final int GROUP = 4;

    /** What came of reading a text. No case holds more of it than a place. */
    public sealed interface Reading {

        record Read(Pseudonym pseudonym) implements Reading {
        }

        /**
         * Something is wrong, and one wrong character explains it.
         *
         * @param position of the character, from 1, hyphens not counted
         * @param expected what would be right there: to be compared with the original, never to be taken over
         */
        record OneWrong(int position, char expected) implements Reading {
        }

        record Unreadable() implements Reading {
        }
    }

    /** In groups of four behind the prefix, with the check characters: {@code STG-17KQ-2M4X-...}. */
    public String text() {
        String all = Base32.text(CheckSymbols.append(Base32.symbols(prefix + Base32.character(epoch) + body)));
        StringBuilder text = new StringBuilder(all.length() + all.length() / GROUP).append(prefix);
        for (int i = PREFIX_LENGTH; i < all.length(); i++) {
            if ((i - PREFIX_LENGTH) % GROUP == 0) {
                text.append('-');
            }
            text.append(all.charAt(i));
        }
        return text.toString();
    }

    /** Reads what people write: also lower case, O for 0, I and L for 1, with hyphens or blanks anywhere. */
    public static Reading read(String text) {
        int[] symbols = Base32.symbols(text);
        return switch (CheckSymbols.read(symbols)) {
            case Right right when right.data().length > PREFIX_LENGTH + 1 -> {
                String all = Base32.text(right.data());
                yield new Reading.Read(new Pseudonym(all.substring(0, PREFIX_LENGTH), right.data()[PREFIX_LENGTH],
                        all.substring(PREFIX_LENGTH + 1)));
            }
            case OneWrong wrong -> new Reading.OneWrong(wrong.position() + 1, Base32.character(wrong.expected()));
            default -> new Reading.Unreadable();
        };
    }

    /** Never the pseudonym itself: what is printed by accident names nobody. */
    @Override
    public String toString() {
        return prefix + "-" + Base32.character(epoch) + "...";
    }
}
