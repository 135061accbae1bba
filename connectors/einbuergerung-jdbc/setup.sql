-- Was die Verwaltung der Datenbank des Einbürgerungsverfahrens einmal einrichtet (PostgreSQL).
-- Vorläufig: XEinbürgerung ist nicht öffentlich. Die Sicht wird an die Tabellen des Fachverfahrens angepasst, ihre
-- Spalten bleiben. Der Hub bekommt einen eigenen Benutzer, der nur dies sieht (unten).

-- Die Tabelle steht hier für die des Fachverfahrens. Wo es sie schon gibt, entfällt dieser Teil.
create table if not exists verfahrensschritt (
    vorgang_id           bigint generated always as identity primary key,
    aktenzeichen         text        not null,
    ereignis             text        not null,   -- ANTRAG_EINGEGANGEN, UNTERLAGEN_NACHGEFORDERT, BETEILIGUNG_LAEUFT,
                                                 -- ZUSICHERUNG_ERTEILT, ENTSCHEIDUNG, TERMIN_URKUNDE, URKUNDE_AUSGEHAENDIGT
    datum                date        not null,
    familienname         text,
    vorname              text,
    geburtsdatum         text,                   -- JJJJ-MM-TT, oder nur JJJJ-MM oder JJJJ
    geschlecht           text,                   -- M, W, D, X
    staatsangehoerigkeit text,                   -- Destatis-Schlüssel oder ISO-3, mehrere mit Komma
    frist                date,
    unterlagen           text,                   -- Schlüssel der Codeliste unterlage, mehrere mit Komma
    zusicherung_bis      date,
    entscheidung         text,                   -- STATTGEGEBEN, ABGELEHNT, ZURUECKGENOMMEN
    termin               timestamp,
    termin_ort           text,
    sachgebiet           text,
    telefon              text,
    geaendert_am         timestamptz not null default clock_timestamp()
);

-- Der Hub liest seitenweise nach (geaendert_am, vorgang_id): jede Änderung muss geaendert_am fortschreiben.
create or replace function verfahrensschritt_geaendert() returns trigger language plpgsql as
$$ begin new.geaendert_am := clock_timestamp(); return new; end $$;
create or replace trigger verfahrensschritt_geaendert before update on verfahrensschritt
    for each row execute function verfahrensschritt_geaendert();
create index if not exists verfahrensschritt_abfrage on verfahrensschritt (geaendert_am, vorgang_id);

-- Was der Hub liest. Alles, was nicht in dieser Sicht steht, kann er nicht sehen.
create or replace view kim_export as
select vorgang_id,
       aktenzeichen,
       ereignis,
       to_char(datum, 'YYYY-MM-DD')           as datum,
       familienname,
       vorname,
       geburtsdatum,
       geschlecht,
       staatsangehoerigkeit,
       to_char(frist, 'YYYY-MM-DD')           as frist,
       unterlagen,
       to_char(zusicherung_bis, 'YYYY-MM-DD') as zusicherung_bis,
       entscheidung,
       to_char(termin, 'YYYY-MM-DD HH24:MI')  as termin,
       termin_ort,
       sachgebiet,
       telefon,
       geaendert_am
from verfahrensschritt;

-- Wohin der Hub schreibt. Das Fachverfahren oder die Sachbearbeitung liest von hier.
-- Nur Text: was der Hub liefert, soll nie an einem Datentyp scheitern.
create table if not exists kim_eingang (
    nr                bigint generated always as identity primary key,
    aktenzeichen      text,
    ereignis          text not null,
    art               text not null,             -- NEU, STAND, KORREKTUR, STORNO, STOPP
    datum             text,                      -- JJJJ-MM-TT; bei Storno und Stopp kann es fehlen
    kursergebnis      text,
    sprachniveau      text,
    leistungsbezug_ab text,
    aufenthalt_stand  text,                      -- Stand eines Antrags bei der Ausländerbehörde
    stelle            text,
    telefon           text,
    hub_id            text not null unique,      -- Nummer der Meldung
    ersetzt           text,                      -- hub_id der Meldung, die korrigiert oder zurückgenommen wird
    eingegangen_am    timestamptz not null default now()
);
-- Für Datenbanken, die vor dieser Spalte eingerichtet wurden.
alter table kim_eingang add column if not exists aufenthalt_stand text;

-- Quittung des Hubs, in derselben Transaktion wie die Zeilen: so kommt nichts doppelt. Nicht ändern, nicht leeren.
create table if not exists kim_hub_quittung (
    batch_id    bigint primary key,
    digest      text not null,
    erhalten_am timestamptz not null default now()
);

-- Rechte des Hubs. Die Anmelderolle kim_hub legt die Verwaltung von Hand an:
--   grant select on kim_export to kim_hub;
--   grant insert on kim_eingang to kim_hub;
--   grant select, insert on kim_hub_quittung to kim_hub;
