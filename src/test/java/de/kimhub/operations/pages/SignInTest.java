package de.kimhub.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.operations.account.Role;
import de.kimhub.testing.StartsHub;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gets in, and what an attempt tells. */
@StartsHub
class SignInTest {

    @RegisterExtension
    static final SharedHub HUB = new SharedHub();
    private static final Pattern CHANGING = Pattern.compile("value=\"[^\"]{20,}\"");

    private final PagesHub hub = HUB.get();

    @Test
    void nothing_is_open_without_signing_in() {
        Visitor stranger = new Visitor(hub.address());

        assertThat(List.of("/", "/dateien", "/dateien/abholen/1/csv", "/meldungen", "/meldungen/blatt/1", "/einwilligung",
                "/konto/passwort", "/irgendwas")).allSatisfy(path ->
                assertThat(stranger.look(path).headers().firstValue("Location").orElse("")).as(path).endsWith("/anmelden"));
        assertThat(stranger.postWithoutToken("/dateien/abgeholt/1").uri().getPath()).isEqualTo("/anmelden");
    }

    @Test
    void the_first_password_opens_nothing_but_its_change() {
        Visitor visitor = new Visitor(hub.address());
        visitor.signIn("frisch", hub.accounts().add("frisch", Optional.of("awo"), Role.OF_AN_INSTANCE));

        assertThat(List.of("/", "/dateien", "/meldungen", "/einwilligung")).allSatisfy(path ->
                assertThat(visitor.get(path).uri().getPath()).isEqualTo("/konto/passwort"));
        assertThat(visitor.post("/konto/passwort", "/konto/passwort", "bisher", "x", "neu", "zu kurz", "nochmal", "zu kurz").body())
                .contains("HUB-ACC-006");
    }

    @Test
    void an_unknown_name_a_wrong_password_and_a_blocked_account_are_answered_alike() {
        hub.newcomer("geplagt", "awo");
        Visitor attacker = new Visitor(hub.address());
        String unknown = answer(attacker.signIn("gibt.es.nicht", "irgendein Passwort"));

        for (int i = 0; i < 6; i++) {
            assertThat(answer(attacker.signIn("geplagt", "falsch geraten " + i))).isEqualTo(unknown);
        }
        assertThat(answer(attacker.signIn("geplagt", PagesHub.PASSWORD))).as("right, but blocked").isEqualTo(unknown);
        assertThat(hub.one("select extract(epoch from blocked_until - now())::bigint from hub.account where name = 'geplagt'"))
                .isBetween(1L, 60L);
        assertThat(actions("geplagt")).contains("sign-in-failed", "account-blocked", "sign-in-while-blocked", "signed-in");
    }

    @Test
    void the_waiting_grows_and_ends() {
        hub.newcomer("vergesslich", "awo");
        Visitor visitor = new Visitor(hub.address());
        hub.jdbc().sql("update hub.account set failures = 7 where name = 'vergesslich'").update();
        visitor.signIn("vergesslich", "falsch geraten");
        assertThat(hub.one("select extract(epoch from blocked_until - now())::bigint from hub.account where name = 'vergesslich'"))
                .isBetween(400L, 480L);

        hub.jdbc().sql("update hub.account set blocked_until = now() where name = 'vergesslich'").update();
        assertThat(visitor.signIn("vergesslich", PagesHub.PASSWORD).uri().getPath()).isEqualTo("/");
        assertThat(hub.one("select failures from hub.account where name = 'vergesslich'")).isZero();
    }

    @Test
    void whoever_is_locked_reset_or_removed_is_out_at_once() {
        Visitor visitor = hub.newcomer("gekuendigt", "awo");
        hub.accounts().lock("gekuendigt");
        assertThat(visitor.get("/dateien").uri().toString()).endsWith("/anmelden?abgelaufen");
        assertThat(visitor.signIn("gekuendigt", PagesHub.PASSWORD).uri().toString()).endsWith("/anmelden?fehler");

        hub.accounts().unlock("gekuendigt");
        assertThat(visitor.signIn("gekuendigt", PagesHub.PASSWORD).uri().getPath()).isEqualTo("/");
        String next = hub.accounts().reset("gekuendigt");
        assertThat(visitor.get("/dateien").uri().getPath()).isEqualTo("/anmelden");
        assertThat(visitor.signIn("gekuendigt", next).uri().getPath()).isEqualTo("/konto/passwort");

        hub.accounts().remove("gekuendigt");
        assertThat(visitor.get("/dateien").uri().getPath()).isEqualTo("/anmelden");
        assertThat(visitor.signIn("gekuendigt", next).uri().toString()).endsWith("/anmelden?fehler");
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        Visitor visitor = hub.visitor("awo");

        assertThat(visitor.postWithoutToken("/abmelden").statusCode()).isEqualTo(403);
        assertThat(visitor.postWithoutToken("/konto/passwort", "bisher", PagesHub.PASSWORD, "neu", "ganz anders lang",
                "nochmal", "ganz anders lang").statusCode()).isEqualTo(403);
        assertThat(visitor.handIn("/dateien/abgeben?formular=1", "a.csv", new byte[10]).statusCode()).isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session() {
        Visitor visitor = hub.newcomer("feierabend", "awo");

        assertThat(visitor.post("/dateien", "/abmelden").body()).contains("Sie sind abgemeldet");
        assertThat(visitor.get("/dateien").uri().getPath()).isEqualTo("/anmelden");
    }

    @Test
    void browsers_are_told_to_keep_nothing_and_to_load_nothing_from_elsewhere() {
        HttpResponse<String> page = hub.visitor("awo").get("/meldungen");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'self';");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.body()).doesNotContain("<script", "style=", "onclick", "http:");
        HttpResponse<String> first = new Visitor(hub.address()).get("/anmelden");
        assertThat(first.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Strict").doesNotContain("Secure");
    }

    @Test
    void behind_a_proxy_with_tls_the_cookie_is_secure_and_browsers_come_back_by_tls_only() {
        HttpResponse<String> page = new Visitor(hub.address()).lookThroughProxy("/anmelden");

        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("Secure", "HttpOnly", "SameSite=Strict");
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElse("")).contains("max-age");
        assertThat(new Visitor(hub.address()).lookThroughProxy("/dateien").headers().firstValue("Location").orElse(""))
                .startsWith("https://");
    }

    private List<String> actions(String name) {
        return hub.jdbc().sql("select action from hub.audit_entry where actor = ?").param(name).query(String.class).list();
    }

    private static String answer(HttpResponse<String> response) {
        return response.statusCode() + response.uri().toString() + CHANGING.matcher(response.body()).replaceAll("");
    }
}
