@echo off
rem Starts KIM-Hub: hub demo, run, check, try, ...   "hub --help" lists them all.
setlocal EnableDelayedExpansion
set "KIMHUB_HOME=%~dp0"
set "KIMHUB_HOME=%KIMHUB_HOME:~0,-1%"
set "JAR=%KIMHUB_HOME%\target\kim-hub.jar"

set "JAVA="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :try "%%J"
if not defined JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*") do if not defined JAVA if exist "%%D\bin\java.exe" call :try "%%D\bin\java.exe"
if not defined JAVA (
    echo KIM-Hub braucht Java 21 oder neuer; gefunden wurde keines. 1>&2
    echo Bitte ein JDK 21 oder neuer installieren oder JAVA_HOME setzen. 1>&2
    exit /b 3
)

set "STALE="
if exist "%KIMHUB_HOME%\pom.xml" if "%KIMHUB_NO_BUILD%"=="" (
    if not exist "%JAR%" (set STALE=1) else (
        powershell -NoProfile -Command "$j=(Get-Item '%JAR%').LastWriteTime; if (Get-ChildItem -Recurse -File '%KIMHUB_HOME%\src\main','%KIMHUB_HOME%\pom.xml' | Where-Object { $_.LastWriteTime -gt $j } | Select-Object -First 1) { exit 1 } else { exit 0 }"
        if errorlevel 1 set STALE=1
    )
)
if defined STALE (
    echo KIM-Hub wird gebaut. Das dauert beim ersten Mal einige Minuten ... 1>&2
    where mvn >nul 2>nul || (
        echo Zum Bauen fehlt Maven. Bitte installieren und noch einmal starten. 1>&2
        exit /b 3
    )
    pushd "%KIMHUB_HOME%"
    call mvn -q -B -DskipTests package 1>&2
    if errorlevel 1 (
        popd
        echo Das Bauen ist fehlgeschlagen; die Meldungen stehen darueber. 1>&2
        exit /b 3
    )
    popd
)

set "UNSAFE="
if !MAJOR! GEQ 24 set "UNSAFE=--sun-misc-unsafe-memory-access=allow"
"%JAVA%" --enable-native-access=ALL-UNNAMED %UNSAFE% -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Duser.language=de -Duser.country=DE %KIMHUB_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:try
for /f "tokens=3" %%V in ('"%~1" -version 2^>^&1 ^| findstr /i "version"') do set "VERSION=%%~V"
for /f "delims=.-+" %%M in ("!VERSION!") do set "MAJOR=%%M"
if !MAJOR! GEQ 21 set "JAVA=%~1"
exit /b 0
