package de.kimhub.translation;

import de.kimhub.message.MessageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One column of a delivery, compiled.
 *
 * @param sources  each gives the values of an item, canonical
 * @param form     from a canonical value to theirs; {@code null} result: they have nothing for it
 * @param kinds    of other messages the column stays empty
 * @param cuttable plain text that may be cut at {@code maxLength}; numbers and codes may not
 * @param guarded  text from elsewhere that a spreadsheet might run
 * @param constant no value of the item
 * @param repeats  several values stay several, where the format can have them
 * @param lenient  a stop or retraction may lack it even if it is required
 */
record OutColumn(String name, List<Function<OutgoingItem, List<String>>> sources, Form form, String join,
                 String otherwise, boolean required, boolean optional, boolean lenient, int maxLength,
                 boolean cuttable, boolean guarded, boolean constant, boolean repeats,
                 Set<MessageKind> kinds) {

    @FunctionalInterface
    interface Form {
        String of(String canonical, LocalDate asOf);
    }
}
