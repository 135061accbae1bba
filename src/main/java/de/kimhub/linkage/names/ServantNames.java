package de.kimhub.linkage.names;

/**
 * Names made of abd (servant), the article and one of God's names: Abdelkader, Abdurrahman, Abdalrahim. The article's
 * vowel and its assimilated consonant are a matter of romanisation, so they are written one way: abdul-.
 */
final class ServantNames {

    private ServantNames() {
    }

    static String unified(String form) {
        if (form.length() < 6 || !form.startsWith("abd")) {
            return form;
        }
        int at = 3;
        while (at < form.length() - 1 && "aeiou".indexOf(form.charAt(at)) >= 0) {
            at++;
        }
        boolean article = form.charAt(at) == 'l' && at + 1 < form.length();
        if (article) {
            String rest = form.substring(at + 1);
            return rest.startsWith("l") && rest.length() > 2 ? "abdul" + rest.substring(1) : "abdul" + rest;
        }
        return at > 3 && at - 3 <= 2 ? withoutDoubled(form, at) : form;
    }

    private static String withoutDoubled(String form, int at) {
        for (int length = 1; length <= 2; length++) {
            if (at + 2 * length < form.length()
                    && form.regionMatches(at, form, at + length, length)) {
                return "abdul" + form.substring(at + length);
            }
        }
        return form;
    }
}
