package de.kimhub.operations.account;

import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionClass.Start;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Data of the people who work with the pages. Only who looks after the hub knows when somebody has left. */
@Component
class AccountRetention implements PersonalDataHolder {

    @Override
    public String dataKind() {
        return "Konto der Seiten";
    }

    @Override
    public int deleteExpired() {
        return 0;
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(DeletionClass.following("konto", "Konto der Seiten, und welche Meldungen damit erledigt wurden",
                Start.RELATION_END, "wenn es gelöscht wird (hub user remove)", "hub.account", "hub.notice_done"),
                DeletionClass.following("huerde", "Hürden der Lenkungsgruppe (ohne Personen), und welches Konto sie geändert hat",
                        Start.PROCESS_END, "sie bleiben, als Nachweis der Beschlüsse", "cube.hurdle", "cube.hurdle_history"));
    }
}
