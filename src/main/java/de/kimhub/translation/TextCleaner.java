package de.kimhub.translation;

import java.text.Normalizer;

/**
 * Brings text into the canonical form before it is checked: NFC, trimmed, one blank for any white space, and what
 * word processors insert replaced by what DIN 91379 knows. Letters are never dropped or changed.
 */
final class TextCleaner {

    private TextCleaner() {
    }

    static String clean(String raw) {
        return isClean(raw) ? raw : rebuild(raw);
    }

    /** True for nearly all values: nothing to do. */
    private static boolean isClean(String text) {
        int length = text.length();
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7F || c > 0xA0 && c < 0x180 && c != 0xAD;
            if (!plain && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return length == 0 || before != ' ';
    }

    private static String rebuild(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String replacement = replacement(text.charAt(i));
            if (replacement == null) {
                out.append(text.charAt(i));
            } else if (!replacement.equals(" ")) {
                out.append(replacement);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        return out.substring(0, end);
    }

    /** What stands for a character that DIN 91379 does not have; {@code null} when it stays. */
    static String replacement(char c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n', '\u000B', '\f', '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F',
                 '\u205F', '\u3000' -> " ";
            case '„', '“', '”', '‟', '″', '〝', '〞' -> "\"";
            case '‚', '‘', '‛', '′', '‹', '›' -> "'";
            case '‐', '‑', '‒', '–', '—', '―', '−' -> "-";
            case '…' -> "...";
            case '•', '‣', '∙' -> "·";
            case 'ﬀ' -> "ff";
            case 'ﬁ' -> "fi";
            case 'ﬂ' -> "fl";
            case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u200E', '\u200F' -> "";
            default -> c >= '\u2000' && c <= '\u200A' ? " " : null;
        };
    }
}
