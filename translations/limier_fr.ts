<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>ErrorSentences</name>
    <message>
        <source>%1 does not exist. Check the path.</source>
        <translation>%1 n’existe pas. Vérifiez le chemin.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Run Limier as a user who may read it, or copy the log to where you may.</source>
        <translation>Impossible de lire %1&#xa0;: %2. Lancez Limier sous un compte qui en a le droit, ou copiez le journal là où vous pouvez le lire.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder. Give files, folders, or “-” for the standard input.</source>
        <translation>%1 n’est ni un fichier ni un dossier. Indiquez des fichiers, des dossiers, ou «&#xa0;-&#xa0;» pour l’entrée standard.</translation>
    </message>
    <message>
        <source>%1 is empty. If the log has just been rotated, open the older file as well.</source>
        <translation>%1 est vide. Si la rotation des journaux vient d’avoir lieu, ouvrez aussi le fichier précédent.</translation>
    </message>
    <message>
        <source>%1 holds neither text nor anything compressed that Limier knows. Give the log as text, or compressed by gzip, bzip2, xz or zstd.</source>
        <translation>%1 ne contient ni texte ni données compressées que Limier connaisse. Fournissez le journal en texte, ou compressé par gzip, bzip2, xz ou zstd.</translation>
    </message>
    <message>
        <source>%1 is text, but nothing in it comes from a mail server. Look for /var/log/mail.log or /var/log/maillog.</source>
        <translation>%1 est bien du texte, mais rien n’y provient d’un serveur de messagerie. Cherchez plutôt /var/log/mail.log ou /var/log/maillog.</translation>
    </message>
    <message>
        <source>There is no mail log in %1. Give the folder or the file that holds it.</source>
        <translation>Aucun journal de messagerie dans %1. Indiquez le dossier ou le fichier qui en contient un.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files; the others were not looked at. Give the logs themselves.</source>
        <translation>%1 contient plus de %2 fichiers&#x202f;; les autres n’ont pas été examinés. Indiquez les journaux eux-mêmes.</translation>
    </message>
    <message>
        <source>%1 is a symbolic link that leads back to where it came from; it was not followed. What it leads to can be given by its own path.</source>
        <translation>%1 est un lien symbolique qui ramène à son point de départ&#x202f;; il n’a pas été suivi. Sa cible peut être indiquée par son propre chemin.</translation>
    </message>
    <message>
        <source>%1 holds the same lines as %2; they were counted once. Nothing needs to be done.</source>
        <translation>%1 contient les mêmes lignes que %2&#x202f;; elles n’ont été comptées qu’une fois. Il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>The compressed data of %1 end too early; %2 of text were read. If the file was still being copied or written, open it again afterwards.</source>
        <translation>Les données compressées de %1 s’arrêtent trop tôt&#x202f;; %2 de texte ont été lus. Si le fichier était encore en cours de copie ou d’écriture, ouvrez-le de nouveau ensuite.</translation>
    </message>
    <message>
        <source>The compressed data of %1 are damaged; %2 of text were read until there. Fetch the file again.</source>
        <translation>Les données compressées de %1 sont endommagées&#x202f;; %2 de texte ont été lus jusque-là. Récupérez de nouveau le fichier.</translation>
    </message>
    <message>
        <source>%1 is compressed in a form that this Limier cannot read: %2. Decompress it first.</source>
        <translation>%1 est compressé dans un format que cette version de Limier ne lit pas&#xa0;: %2. Décompressez-le d’abord.</translation>
    </message>
    <message>
        <source>%1 is an archive that cannot be read: it is damaged or incomplete. Fetch it again, or unpack it.</source>
        <translation>%1 est une archive illisible, endommagée ou incomplète. Récupérez-la de nouveau, ou extrayez-en le contenu.</translation>
    </message>
    <message>
        <source>%1 became shorter while it was read; %2 were read. The log was probably rotated: open it again, together with the older file.</source>
        <translation>%1 a raccourci pendant la lecture&#x202f;; %2 ont été lus. Le journal vient sans doute de subir une rotation&#xa0;: ouvrez-le de nouveau, avec le fichier précédent.</translation>
    </message>
    <message>
        <source>%1 became longer while it was read; %2 of new lines were not read. Open it again to see them.</source>
        <translation>%1 s’est allongé pendant la lecture&#x202f;; %2 de nouvelles lignes n’ont pas été lus. Ouvrez-le de nouveau pour les voir.</translation>
    </message>
    <message>
        <source>Another file took the place of %1 while it was read. The log was probably rotated: open it again, together with the older file.</source>
        <translation>Un autre fichier a pris la place de %1 pendant la lecture. Le journal vient sans doute de subir une rotation&#xa0;: ouvrez-le de nouveau, avec le fichier précédent.</translation>
    </message>
    <message>
        <source>Reading %1 failed after %2: %3. Check the disk or the network drive, then open it again.</source>
        <translation>La lecture de %1 a échoué après %2&#xa0;: %3. Vérifiez le disque ou le lecteur réseau, puis ouvrez-le de nouveau.</translation>
    </message>
    <message>
        <source>%1 was not read to its end, because you stopped it. Start again for all of it.</source>
        <translation>%1 n’a pas été lu jusqu’au bout, car vous avez interrompu la lecture. Recommencez pour tout lire.</translation>
    </message>
    <message numerus="yes">
        <source>%2 line(s) of %1, from line %3 on, were too long and were cut. Check whether the file is damaged.</source>
        <translation>
            <numerusform>%2 ligne de %1, la ligne %3, était trop longue et a été tronquée. Vérifiez que le fichier n’est pas endommagé.</numerusform>
            <numerusform>%2 lignes de %1, à partir de la ligne %3, étaient trop longues et ont été tronquées. Vérifiez que le fichier n’est pas endommagé.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a name out of a log</comment>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“-” (standard input)</source>
        <translation>«&#xa0;-&#xa0;» (entrée standard)</translation>
    </message>
    <message>
        <source>%1 is a log of %2. Limier reads only the logs of Postfix.</source>
        <translation>%1 est un journal de %2. Limier ne lit que les journaux de Postfix.</translation>
    </message>
    <message>
        <source>Something else follows the compressed data of %1, after %2 of text; it was left out. Check how the file was made.</source>
        <translation>Des octets étrangers suivent les données compressées de %1, après %2 de texte&#x202f;; ils ont été laissés de côté. Vérifiez comment le fichier a été produit.</translation>
    </message>
    <message>
        <source>%1 expands to more than %2; the rest was not read. If it really is a log, decompress it and open the result.</source>
        <translation>%1 dépasse %2 une fois décompressé&#x202f;; la suite n’a pas été lue. S’il s’agit bien d’un journal, décompressez-le et ouvrez le résultat.</translation>
    </message>
    <message>
        <source>%1 is empty. Check the command that writes to it.</source>
        <translation>%1 est vide. Vérifiez la commande qui y écrit.</translation>
    </message>
    <message numerus="yes">
        <source>%2 line(s) of %1 stand in other files as well; they were counted once. Nothing needs to be done.</source>
        <translation>
            <numerusform>%2 ligne de %1 figure aussi dans un autre fichier&#x202f;; elle n’a été comptée qu’une fois. Il n’y a rien à faire.</numerusform>
            <numerusform>%2 lignes de %1 figurent aussi dans d’autres fichiers&#x202f;; elles n’ont été comptées qu’une fois. Il n’y a rien à faire.</numerusform>
        </translation>
    </message>
    <message>
        <source>After %2 lines, nearly all of them empty or a few characters long, the rest of %1 was not read. Check whether it really is a log.</source>
        <translation>Après %2 lignes, presque toutes vides ou longues de quelques caractères, la suite de %1 n’a pas été lue. Vérifiez qu’il s’agit bien d’un journal.</translation>
    </message>
</context>
<context>
    <name>MarkdownReport</name>
    <message>
        <source>Limier report</source>
        <translation>Rapport de Limier</translation>
    </message>
    <message>
        <source>Logged: from %1 to %2</source>
        <translation>Période des journaux&#xa0;: du %1 au %2</translation>
    </message>
    <message>
        <source>Counted: only from %1</source>
        <translation>Décompte&#xa0;: seulement à partir du %1</translation>
    </message>
    <message>
        <source>Counted: only before %1</source>
        <translation>Décompte&#xa0;: seulement avant le %1</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Fuseau horaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>**Stopped before the end of the logs: everything below is partial.**</source>
        <translation>**Lecture interrompue avant la fin des journaux&#xa0;: tout ce qui suit est partiel.**</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Totaux</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Rubrique</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>Différés</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Retournés</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirés</translation>
    </message>
    <message>
        <source>Rejections</source>
        <translation>Rejets</translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation>Échecs d’authentification</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Première ligne</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>Dernière ligne</translation>
    </message>
    <message>
        <source>Problems with the inputs</source>
        <translation>Problèmes de lecture</translation>
    </message>
    <message>
        <source>Gaps: lines that the log daemon dropped</source>
        <translation>Lacunes&#xa0;: lignes perdues par le démon de journalisation</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Lines lost</source>
        <translation>Lignes perdues</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Expéditeurs</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Premier message</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Dernier message</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>With login</source>
        <translation>Authentifiés</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Non authentifiés</translation>
    </message>
    <message>
        <source>Relayed</source>
        <translation>Relayés</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title (number of rows)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (the first %2 of %3)</source>
        <comment>title (number of rows)</comment>
        <translation>%1 (les %2 premiers sur %3)</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 autre</numerusform>
            <numerusform>%1 autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Read: %1 of text in %2 lines, %3 of them from Postfix, %4 not understood</source>
        <translation>Lecture&#xa0;: %1 de texte en %2 lignes, dont %3 de Postfix et %4 non comprises</translation>
    </message>
</context>
<context>
    <name>ProgressText</name>
    <message>
        <source>%1/s</source>
        <comment>amount of data a second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time</comment>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>%1 read, %2 lines</source>
        <translation>%1 lus, %2 lignes</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message>
        <source>“%1” is one of the logs: the report would replace it. Choose another file.</source>
        <translation>«&#xa0;%1&#xa0;» est l’un des journaux&#xa0;: le rapport le remplacerait. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Nothing lies between --since and --until: the first must be the earlier one.</source>
        <translation>Rien ne se trouve entre --since et --until&#xa0;: la première date doit précéder la seconde.</translation>
    </message>
    <message numerus="yes">
        <source>%1 more problem(s): the report lists them.</source>
        <translation>
            <numerusform>%1 autre problème&#xa0;: le rapport l’indique.</numerusform>
            <numerusform>%1 autres problèmes&#xa0;: le rapport les indique.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before the end of the logs: the report holds only what was read until then.</source>
        <translation>Lecture interrompue avant la fin des journaux&#xa0;: le rapport ne contient que ce qui a été lu jusque-là.</translation>
    </message>
</context>
<context>
    <name>ReportOutput</name>
    <message>
        <source>%1 cannot be written: %2. Choose another place for the report.</source>
        <translation>Impossible d’écrire %1&#xa0;: %2. Choisissez un autre emplacement pour le rapport.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The report cannot be written to the standard output: %1.</source>
        <translation>Impossible d’écrire le rapport sur la sortie standard&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>Usage: limier [OPTION]… PATH…

Reads the mail logs of Postfix and BlueMind and reports who sends what, and from
where. A PATH is a log (plain, or compressed by gzip, bzip2, xz or zstd), a
folder, a tar or zip archive, an export of journalctl, or - for the standard
input. Nothing is changed.
</source>
        <translation>Utilisation&#xa0;: limier [OPTION]… CHEMIN…

Lit les journaux de messagerie de Postfix et de BlueMind, et indique qui envoie quoi,
et d’où. Un CHEMIN est un journal (en texte, ou compressé par gzip, bzip2, xz ou
zstd), un dossier, une archive tar ou zip, un export de journalctl, ou - pour
l’entrée standard. Rien n’est modifié.
</translation>
    </message>
    <message>
        <source>The csv report is one table. Its first column, &quot;table&quot;, says what a row is (total,
input, gap, user, client, sender); columns that do not apply to it are empty.
Times are in UTC in csv and json, in the zone of the logs in md.
</source>
        <translation>Le rapport csv est un seul tableau. Sa première colonne, «&#xa0;table&#xa0;», dit ce qu’est la
ligne (total, input, gap, user, client ou sender)&#x202f;; les colonnes sans objet restent
vides. Les heures sont en UTC en csv et en json, dans le fuseau des journaux en md.
</translation>
    </message>
    <message>
        <source>Exit status:
  0  nothing suspicious
  1  there are suspects
  2  wrong usage, nothing that could be read, or a report that could not be written
  3  some input could not be read whole, or the reading was stopped by Ctrl-C: the
     report holds what was read and says what is missing
</source>
        <translation>Code de retour&#xa0;:
  0  rien de suspect
  1  il y a des suspects
  2  mauvais usage, rien de lisible, ou rapport impossible à écrire
  3  une source n’a pas pu être lue en entier, ou la lecture a été interrompue par
     Ctrl-C&#xa0;: le rapport contient ce qui a été lu et indique ce qui manque
</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>L’option «&#xa0;%1&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>The option “%1” takes no value.</source>
        <translation>L’option «&#xa0;%1&#xa0;» n’accepte pas de valeur.</translation>
    </message>
    <message>
        <source>There is no report in the form “%1”: choose md, json or csv.</source>
        <translation>Il n’y a pas de rapport au format «&#xa0;%1&#xa0;»&#xa0;: choisissez md, json ou csv.</translation>
    </message>
    <message>
        <source>Limier does not speak “%1”: choose fr or en.</source>
        <translation>Limier ne parle pas «&#xa0;%1&#xa0;»&#xa0;: choisissez fr ou en.</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known: zones have names like Europe/Paris or UTC.</source>
        <translation>Le fuseau horaire «&#xa0;%1&#xa0;» est inconnu&#xa0;: les fuseaux ont des noms comme Europe/Paris ou UTC.</translation>
    </message>
    <message>
        <source>“%2”, the value of “%1”, is not a time: write 2026-06-14, &quot;2026-06-14 18:30&quot;, or 24h for that long before the last line.</source>
        <translation>«&#xa0;%2&#xa0;», valeur de «&#xa0;%1&#xa0;», n’est pas une date&#xa0;: écrivez 2026-06-14, &quot;2026-06-14 18:30&quot;, ou 24h pour 24 heures avant la dernière ligne.</translation>
    </message>
    <message>
        <source>“%1” is not a number of threads from 1 to 1024.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre de fils d’exécution compris entre 1 et 1024.</translation>
    </message>
    <message>
        <source>No log was given: name files or folders, or - for the standard input.</source>
        <translation>Aucun journal indiqué&#xa0;: nommez des fichiers ou des dossiers, ou - pour l’entrée standard.</translation>
    </message>
    <message>
        <source>“limier --help” lists what can be given.</source>
        <translation>«&#xa0;limier --help&#xa0;» donne la liste des options.</translation>
    </message>
    <message>
        <source>TIME is one of:
  2026-06-14                   that day: with --until, its end
  &quot;2026-06-14 18:30&quot;           that time, also with seconds
  2026-06-14T18:30:05+02:00    the same with its zone (RFC 3339), or with Z for UTC
  90m, 24h, 3d, 2w             that long before the last line of the logs
</source>
        <translation>DATE s’écrit&#xa0;:
  2026-06-14                   ce jour-là&#x202f;; avec --until, la fin de ce jour
  &quot;2026-06-14 18:30&quot;           à cette heure, avec les secondes si besoin
  2026-06-14T18:30:05+02:00    de même, avec le fuseau (RFC 3339), ou Z pour UTC
  90m, 24h, 3j, 2w             tant de minutes, d’heures, de jours (aussi 3d) ou de
                               semaines avant la dernière ligne des journaux
</translation>
    </message>
    <message>
        <source>Examples:
  limier /var/log
  limier --since 24h --report csv --output day.csv /var/log/mail.log*
  ssh root@server cat /var/log/mail.log | limier --timezone Europe/Paris -
  journalctl -u &apos;postfix*&apos; -o export | limier --report json -
</source>
        <translation>Exemples&#xa0;:
  limier /var/log
  limier --since 24h --report csv --output jour.csv /var/log/mail.log*
  ssh root@serveur cat /var/log/mail.log | limier --timezone Europe/Paris -
  journalctl -u &apos;postfix*&apos; -o export | limier --report json -
</translation>
    </message>
    <message>
        <source>The option “%1” needs a value.</source>
        <translation>L’option «&#xa0;%1&#xa0;» exige une valeur.</translation>
    </message>
    <message>
        <source>Options:
  --report FORM     md, to be read (the form if none is given); json, for programs;
                    csv, for spreadsheets
  --output FILE     write the report to FILE, which is never left half written
  --since TIME      count only what was logged at TIME or later
  --until TIME      count only what was logged before TIME
  --timezone ZONE   the zone of the server, like Europe/Paris, for times without one
                    in the logs and in TIME; otherwise that of this computer
  --lang fr|en      the language; otherwise that of the environment
  --threads N       read with N threads; otherwise with one for each core
  -h, --help        print this text
  --version         print the version
</source>
        <translation>Options&#xa0;:
  --report FORMAT   md, à lire (format par défaut)&#x202f;; json, pour les programmes&#x202f;;
                    csv, pour les tableurs
  --output FICHIER  écrire le rapport dans FICHIER, qui ne reste jamais à moitié écrit
  --since DATE      ne compter que ce qui est daté de DATE ou d’après
  --until DATE      ne compter que ce qui est daté d’avant DATE
  --timezone FUSEAU le fuseau horaire du serveur, par exemple Europe/Paris, pour les
                    heures sans fuseau des journaux et de DATE&#x202f;; sinon, celui de cet
                    ordinateur
  --lang fr|en      la langue&#x202f;; sinon, celle de l’environnement
  --threads N       lire avec N fils d’exécution&#x202f;; sinon, un par cœur
  -h, --help        afficher cette aide
  --version         afficher la version
</translation>
    </message>
</context>
</TS>
