package de.kimhub.linkage.comparison;

import de.kimhub.message.AddressType;
import de.kimhub.message.FieldValues;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An address as it is compared: letters a-z and digits only; absent parts are empty.
 *
 * @param street      without "straße" and its abbreviations
 * @param houseNumber number and letter
 */
public record Residence(String street, String houseNumber, String postalCode, String town) {

    static Optional<Residence> of(FieldValues person, AddressType type) {
        String path = "person.addresses." + type.code() + ".";
        String street = street(person.first(path + "street"));
        String number = letters(person.first(path + "houseNumber"));
        String postalCode = letters(person.first(path + "postalCode"));
        String town = letters(person.first(path + "town"));
        if (number.isEmpty()) {
            // tools with one field for both
            int digit = 0;
            while (digit < street.length() && !Character.isDigit(street.charAt(digit))) {
                digit++;
            }
            if (digit > 2) {
                number = street.substring(digit);
                street = street.substring(0, digit);
            }
        }
        return street.isEmpty() && postalCode.isEmpty() && town.isEmpty() ? Optional.empty()
                : Optional.of(new Residence(street, number, postalCode, town));
    }

    private static String street(String written) {
        return letters(written).replaceAll("(strasse|str)(?=\\d|$)", "");
    }

    private static String letters(String written) {
        if (written == null) {
            return "";
        }
        String lower = written.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ä", "ae").replace("ö", "oe")
                .replace("ü", "ue");
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** Whether it says where exactly. */
    boolean isExact() {
        return !street.isEmpty() && !houseNumber.isEmpty();
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "Residence";
    }
}
