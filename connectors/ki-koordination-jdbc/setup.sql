-- Was die Verwaltung der Koordinationsdatenbank einmal einrichtet (PostgreSQL). Vorläufig: jedes KI hat eine eigene.

-- Hier trägt die Koordination ein, und hier schreibt der Hub hinein. Was vom Hub kommt, hat eine hub_id.
-- Namen gehören nicht in diese Tabelle: die Fälle tragen nur die eigene fall_nr.
create table if not exists ereignis (
    id            bigint generated always as identity primary key,
    fall_nr       text,                          -- leer bei Strukturthemen
    ereignis      text not null,                 -- fall_aufgenommen, fallkonferenz, vermittlung, fall_beendet,
                                                 -- strukturthema_benannt, strukturthema_geloest
    art           text not null default 'neu',   -- neu, stand, korrektur, storno, stopp
    datum         text,                          -- JJJJ-MM-TT; bei Storno und Stopp des Hubs kann es fehlen
    thema         text,
    vermittelt_an text,
    strukturthema text,                          -- Nummer des Strukturthemas, z. B. ST-2026-004
    hub_id        text unique,                   -- nur vom Hub gesetzt
    ersetzt       text,                          -- hub_id der Meldung, die korrigiert oder zurückgenommen wird
    geaendert_am  timestamptz not null default clock_timestamp()
);

-- Der Hub liest seitenweise nach (geaendert_am, id): jede Änderung muss geaendert_am fortschreiben.
create or replace function ereignis_geaendert() returns trigger language plpgsql as
$$ begin new.geaendert_am := clock_timestamp(); return new; end $$;
create or replace trigger ereignis_geaendert before update on ereignis
    for each row execute function ereignis_geaendert();
create index if not exists ereignis_abfrage on ereignis (geaendert_am, id);

-- Quittung des Hubs, in derselben Transaktion wie die Zeilen: so kommt nichts doppelt. Nicht ändern, nicht leeren.
create table if not exists kim_hub_quittung (
    batch_id    bigint primary key,
    digest      text not null,
    erhalten_am timestamptz not null default now()
);

-- Rechte des Hubs. Die Anmelderolle kim_hub legt die Verwaltung von Hand an:
--   grant select, insert on ereignis to kim_hub;
--   grant select, insert on kim_hub_quittung to kim_hub;
