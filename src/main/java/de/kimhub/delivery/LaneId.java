package de.kimhub.delivery;

/** @param lane {@link Delivery#ACKNOWLEDGEMENTS}, {@link Delivery#ENROLMENT_LISTS}, or 0 to the instance's number of lanes - 1 */
public record LaneId(int recipientNo, int lane) {

    @Override
    public String toString() {
        return "recipient " + recipientNo + ", lane " + lane;
    }
}
