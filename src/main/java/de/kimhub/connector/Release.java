package de.kimhub.connector;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What has to stand in an instance's file before real data go through it.
 *
 * @param controller  who is responsible for the processing (Art. 4 Nr. 7 DSGVO), with address
 * @param contract    reference of the contract with the hub's operator (Art. 28 DSGVO)
 * @param contractOn  day of that contract
 * @param officer     the controller's data protection officer, with contact
 * @param releasedOn  day on which the officer released the instance
 */
public record Release(Optional<String> controller, Optional<String> contract, Optional<LocalDate> contractOn,
                      Optional<String> officer, Optional<LocalDate> releasedOn) {

    public static final Release NONE =
            new Release(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
