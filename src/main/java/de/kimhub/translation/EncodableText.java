package de.kimhub.translation;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Fits text into a tool's charset. What the charset lacks becomes the base letter, or else the DIN 91379 search form
 * in the letter's case; never a question mark. Not thread-safe.
 */
final class EncodableText {

    private final CharsetEncoder encoder;

    EncodableText(Charset charset) {
        this.encoder = charset.newEncoder();
    }

    /** @return {@code null} when a character has no form in this charset */
    String fit(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 8);
        int i = 0;
        while (i < text.length()) {
            int length = lengthOfLetter(text, i);
            String letter = text.substring(i, i + length);
            String form = encoder.canEncode(letter) ? letter : form(letter);
            if (form == null) {
                return null;
            }
            out.append(form);
            i += length;
        }
        return out.toString();
    }

    private static int lengthOfLetter(String text, int at) {
        int sequence = Din91379.sequenceAt(text, at);
        if (sequence > 0) {
            return sequence;
        }
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && Din91379.isCombining(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    private String form(String letter) {
        StringBuilder base = new StringBuilder();
        Normalizer.normalize(letter, Normalizer.Form.NFD).chars().filter(c -> !Din91379.isCombining((char) c))
                .forEach(c -> base.append((char) c));
        if (!base.isEmpty() && encoder.canEncode(base)) {
            return base.toString();
        }
        String search = Din91379.searchForm(letter);
        if (search == null) {
            search = Din91379.searchForm(base.toString());
        }
        if (search != null) {
            return Character.isLowerCase(letter.codePointAt(0)) ? search.toLowerCase(Locale.ROOT) : search;
        }
        String replacement = letter.equals("€") ? "EUR" : letter.equals("’") ? "'" : letter.equals("‡") ? "+"
                : letter.equals("ʹ") || letter.equals("ʾ") || letter.equals("ʿ") || letter.equals("ˈ") ? "'"
                : letter.equals("ʺ") ? "\"" : letter.equals("ˌ") ? "," : TextCleaner.replacement(letter.charAt(0));
        return replacement != null && encoder.canEncode(replacement) ? replacement : null;
    }
}
