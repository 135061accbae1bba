package de.kimhub.runtime.demo.tool;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What an old tool does with letters that its character set lacks: ș becomes s, ı becomes i. */
final class Latin {

    private Latin() {
    }

    static String fit(String text, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return text;
        }
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder fitting = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> fitting.append(fit(Character.toString(letter), encoder)));
        return fitting.toString();
    }

    private static String fit(String letter, CharsetEncoder encoder) {
        if (encoder.canEncode(letter)) {
            return letter;
        }
        String base = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return switch (base) {
            case "ı" -> "i";
            case "ʿ", "ʾ" -> "'";
            case "đ" -> "d";
            case "ł" -> "l";
            default -> encoder.canEncode(base) ? base : "?";
        };
    }
}
