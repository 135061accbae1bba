package de.kimhub.translation;

/** Whether a cell's number is shown as a date, as a time or as both. */
enum CellDateFormat {
    NONE, DATE, TIME, BOTH;

    /** @param id number of a built-in format; 164 and more are the workbook's own */
    static CellDateFormat of(Integer id, String pattern) {
        int known = id == null ? 0 : id;
        if (known >= 14 && known <= 17 || known >= 27 && known <= 31 || known == 36 || known >= 50 && known <= 58) {
            return DATE;
        }
        if (known >= 18 && known <= 21 || known >= 32 && known <= 35 || known >= 45 && known <= 47) {
            return TIME;
        }
        return known == 22 ? BOTH : pattern == null ? NONE : of(pattern);
    }

    private static CellDateFormat of(String pattern) {
        // of positive numbers, without texts, colours, conditions and locales; elapsed hours stand in brackets
        String letters = pattern.split(";", 2)[0].replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "").toLowerCase()
                .replaceAll("\\[(h+|m+|s+)]", "$1").replaceAll("\\[[^]]*]", "").replace("am/pm", "").replace("a/p", "");
        if (letters.contains("general") || letters.contains("standard") || letters.matches(".*[0#?@].*")
                && !letters.matches(".*[dyjhs].*")) {
            return NONE;
        }
        boolean time = letters.matches(".*[hs].*");
        boolean date = letters.matches(".*[dyjt].*") || letters.contains("m") && !time;
        return date && time ? BOTH : date ? DATE : time ? TIME : NONE;
    }
}
