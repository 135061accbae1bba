package de.kimhub.operations.pages;

import de.kimhub.operations.account.AccountRefused;
import de.kimhub.operations.account.Accounts;
import de.kimhub.operations.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and what people can do with their own account. */
@Controller
class AccountPage {

    private final Accounts accounts;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    AccountPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/anmelden")
    String signIn(Model model) {
        model.addAttribute("grund", PageProblem.SIGN_IN);
        return "anmelden";
    }

    @GetMapping("/konto/passwort")
    String form(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("muss", accounts.find(who.account()).orElseThrow().mustChange());
        return "passwort";
    }

    @PostMapping("/konto/passwort")
    String change(@AuthenticationPrincipal SignedIn who, @RequestParam String bisher, @RequestParam String neu,
                  @RequestParam String nochmal, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            signedInAnew(accounts.changePassword(who, bisher, neu, nochmal), request, response);
            return "redirect:/?passwort";
        } catch (AccountRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("grund", refused.problem());
            return form(who, model);
        }
    }

    /** Under a new session id; all other sessions of the account have ended. */
    private void signedInAnew(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(AccountProvider.token(who));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
