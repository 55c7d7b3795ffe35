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
    <message>
        <source>After %2 lines there was no memory left for more of %1. Close other programs, or open fewer logs at a time.</source>
        <translation>Après %2 lignes, il ne restait plus de mémoire pour lire la suite de %1. Fermez d’autres programmes, ou ouvrez moins de journaux à la fois.</translation>
    </message>
</context>
<context>
    <name>Judge</name>
    <message>
        <source>Neither smtpd_relay_restrictions nor smtpd_recipient_restrictions refuses mail to foreign domains: this may be an open relay.</source>
        <translation>Ni smtpd_relay_restrictions ni smtpd_recipient_restrictions ne refuse le courrier vers d’autres domaines&#xa0;: c’est peut-être un relais ouvert.</translation>
    </message>
    <message>
        <source>Only %1 of the disk of the queue is free (%2). Full, it stops the mail.</source>
        <translation>Il ne reste que %1 de libre sur le disque de la file (%2). S’il se remplit, le courrier s’arrête.</translation>
    </message>
    <message>
        <source>Limier is not root there: what the account may not read is missing.</source>
        <translation>Limier n’y est pas root&#xa0;: il manque ce que le compte n’a pas le droit de lire.</translation>
    </message>
    <message>
        <source>%1 of %2 log files may not be read by this account.</source>
        <translation>Ce compte n’a pas le droit de lire %1 des %2 fichiers de journal.</translation>
    </message>
    <message>
        <source>The mail log is in journald only; it is fetched from there.</source>
        <translation>Le journal de messagerie n’est que dans journald&#x202f;; il est lu là.</translation>
    </message>
    <message>
        <source>The log files are old: by now the mail log is in journald only.</source>
        <translation>Les fichiers de journal sont anciens&#xa0;: le journal de messagerie n’est plus que dans journald.</translation>
    </message>
    <message>
        <source>mynetworks trusts every address (%1): anybody may send through this server without a login.</source>
        <translation>mynetworks fait confiance à toutes les adresses (%1)&#xa0;: n’importe qui peut envoyer par ce serveur sans authentification.</translation>
    </message>
    <message>
        <source>mynetworks trusts whole networks (%1): each machine in them may send without a login.</source>
        <translation>mynetworks fait confiance à des réseaux entiers (%1)&#xa0;: chacune de leurs machines peut envoyer sans authentification.</translation>
    </message>
    <message>
        <source>mynetworks goes on in tables that were not read: %1.</source>
        <translation>mynetworks se poursuit dans des tables qui n’ont pas été lues&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Logins are accepted without encryption, too (smtpd_tls_auth_only).</source>
        <translation>L’authentification est aussi acceptée sans chiffrement (smtpd_tls_auth_only).</translation>
    </message>
    <message>
        <source>Nothing limits how many messages a client may send (smtpd_client_message_rate_limit).</source>
        <translation>Rien ne limite le nombre de messages qu’un client peut envoyer (smtpd_client_message_rate_limit).</translation>
    </message>
    <message>
        <source>All mail to other hosts goes by way of %1 (relayhost).</source>
        <translation>Tout le courrier vers d’autres hôtes passe par %1 (relayhost).</translation>
    </message>
    <message>
        <source>Mail passes a content filter, %1: its messages are in the log twice, and counted once.</source>
        <translation>Le courrier passe par un filtre de contenu, %1&#xa0;: ses messages sont deux fois dans le journal, et comptés une fois.</translation>
    </message>
    <message>
        <source>It takes mail from itself only (inet_interfaces).</source>
        <translation>Il n’accepte de courrier que de lui-même (inet_interfaces).</translation>
    </message>
    <message>
        <source>Its clock is %1 ahead of this computer&apos;s.</source>
        <translation>Son horloge avance de %1 sur celle de cet ordinateur.</translation>
    </message>
    <message>
        <source>Its clock is %1 behind this computer&apos;s.</source>
        <translation>Son horloge retarde de %1 sur celle de cet ordinateur.</translation>
    </message>
    <message>
        <source>Its time zone is not known: times without a zone may be hours off. Choose the zone above the timeline.</source>
        <translation>Son fuseau horaire n’est pas connu&#xa0;: les heures sans fuseau peuvent être décalées de plusieurs heures. Choisissez le fuseau au-dessus de la chronologie.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 j %2 h</translation>
    </message>
</context>
<context>
    <name>LinePainter</name>
    <message>
        <source>… the line has %1 bytes; it is shown up to here</source>
        <translation>… la ligne compte %1 octets&#x202f;; elle est affichée jusqu’ici</translation>
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
    <message>
        <source>Suspects</source>
        <translation>Suspects</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity: kind of suspect</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <comment>file, number, text of the line</comment>
        <translation>%1, ligne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>First failed login: %1</source>
        <translation>Premier échec d’authentification&#xa0;: %1</translation>
    </message>
    <message>
        <source>First success: %1</source>
        <translation>Première réussite&#xa0;: %1</translation>
    </message>
    <message>
        <source>First of it: %1</source>
        <translation>Début&#xa0;: %1</translation>
    </message>
    <message>
        <source>Peak: %1</source>
        <translation>Pic&#xa0;: %1</translation>
    </message>
    <message>
        <source>Last of it: %1</source>
        <translation>Fin&#xa0;: %1</translation>
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
    <name>ReasonText</name>
    <message>
        <source>%1 (usual: %2)</source>
        <translation>%1 (d’habitude&#xa0;: %2)</translation>
    </message>
    <message>
        <source>%1 recipients in the busiest hour</source>
        <translation>%1 destinataires dans l’heure la plus chargée</translation>
    </message>
    <message>
        <source>%1 recipients in the busiest day</source>
        <translation>%1 destinataires dans la journée la plus chargée</translation>
    </message>
    <message>
        <source>only %1 recipients in all</source>
        <translation>seulement %1 destinataires en tout</translation>
    </message>
    <message>
        <source>as much on %1 days: that is how it sends</source>
        <translation>autant pendant %1 jours&#xa0;: c’est sa façon d’envoyer</translation>
    </message>
    <message>
        <source>%1 % at hours at which it had never sent</source>
        <translation>%1 % à des heures où il n’avait jamais envoyé</translation>
    </message>
    <message>
        <source>it sent nothing elsewhere for the first %1 % of the log</source>
        <translation>rien envoyé ailleurs pendant les premiers %1 % du journal</translation>
    </message>
    <message>
        <source>%1 networks that nobody else uses</source>
        <translation>%1 réseaux que personne d’autre n’utilise</translation>
    </message>
    <message>
        <source>%1 % from networks that it had not used before</source>
        <translation>%1 % depuis des réseaux qu’il n’avait jamais utilisés</translation>
    </message>
    <message>
        <source>%1 % from the house or from a network that many share</source>
        <translation>%1 % depuis l’interne ou un réseau partagé par beaucoup</translation>
    </message>
    <message>
        <source>the sender is not its own in %1 %</source>
        <translation>l’expéditeur n’est pas le sien dans %1 % des cas</translation>
    </message>
    <message>
        <source>%1 different senders that are not its own</source>
        <translation>%1 expéditeurs différents qui ne sont pas les siens</translation>
    </message>
    <message>
        <source>one and the same sender</source>
        <translation>un seul et même expéditeur</translation>
    </message>
    <message>
        <source>%1 networks outside hand in mail for others without a login</source>
        <translation>%1 réseaux extérieurs remettent du courrier pour des tiers sans authentification</translation>
    </message>
    <message>
        <source>%1 % found nobody</source>
        <translation>%1 % sans destinataire existant</translation>
    </message>
    <message>
        <source>%1 % refused as spam or as too much</source>
        <translation>%1 % refusés comme spam ou comme excessifs</translation>
    </message>
    <message>
        <source>only %1 % bounced or refused</source>
        <translation>seulement %1 % retournés ou refusés</translation>
    </message>
    <message>
        <source>%1 % of the recipients are known to nobody else here</source>
        <translation>%1 % des destinataires ne sont connus de personne d’autre ici</translation>
    </message>
    <message>
        <source>%1 different recipients</source>
        <translation>%1 destinataires différents</translation>
    </message>
    <message>
        <source>the same recipients again and again: %1 mails for each</source>
        <translation>toujours les mêmes destinataires&#xa0;: %1 messages pour chacun</translation>
    </message>
    <message>
        <source>%1 failed logins before</source>
        <translation>%1 échecs de connexion auparavant</translation>
    </message>
    <message>
        <source>%1 failed logins</source>
        <translation>%1 échecs de connexion</translation>
    </message>
    <message>
        <source>%1 failed logins in the busiest hour</source>
        <translation>%1 échecs de connexion dans l’heure la plus chargée</translation>
    </message>
    <message>
        <source>%1 users tried</source>
        <translation>%1 utilisateurs essayés</translation>
    </message>
    <message>
        <source>from %1 addresses</source>
        <translation>depuis %1 adresses</translation>
    </message>
    <message>
        <source>%1 mails with a good login from there</source>
        <translation>%1 messages bien authentifiés depuis là</translation>
    </message>
    <message>
        <source>%1 % from a private network</source>
        <translation>%1 % depuis un réseau privé</translation>
    </message>
    <message>
        <source>%1 notifications in the busiest hour</source>
        <translation>%1 notifications dans l’heure la plus chargée</translation>
    </message>
    <message>
        <source>%1 % of them to one address</source>
        <translation>dont %1 % vers une seule adresse</translation>
    </message>
    <message>
        <source>%1 deliveries put off again and again</source>
        <translation>%1 remises sans cesse différées</translation>
    </message>
    <message>
        <source>%1 % of what goes there</source>
        <translation>%1 % de ce qui va là-bas</translation>
    </message>
    <message>
        <source>the destination took only %1 at other times</source>
        <translation>la destination n’en a pris que %1 à d’autres moments</translation>
    </message>
    <message>
        <source>%1 deliveries refused because %2 lists this server</source>
        <translation>%1 remises refusées parce que %2 liste ce serveur</translation>
    </message>
    <message>
        <source>%1 % of all that went elsewhere since then</source>
        <translation>%1 % de tout ce qui est parti ailleurs depuis</translation>
    </message>
    <message>
        <source>at least %1 accounts log in from the same address: it is a gateway that hides others</source>
        <translation>au moins %1 comptes s’authentifient depuis la même adresse&#xa0;: c’est une passerelle qui en cache d’autres</translation>
    </message>
    <message>
        <source>mynetworks lets it in by %1, which is too wide: a whole private range</source>
        <translation>mynetworks l’autorise par %1, qui est trop large&#xa0;: toute une plage privée</translation>
    </message>
    <message>
        <source>mynetworks lets it in by %1, which is too wide: many addresses of the Internet</source>
        <translation>mynetworks l’autorise par %1, qui est trop large&#xa0;: de nombreuses adresses d’Internet</translation>
    </message>
    <message>
        <source>mynetworks lets it in by %1, which lets in the whole Internet</source>
        <translation>mynetworks l’autorise par %1, qui autorise tout Internet</translation>
    </message>
    <message>
        <source>mynetworks lets it in by %1</source>
        <translation>mynetworks l’autorise par %1</translation>
    </message>
</context>
<context>
    <name>RemoteSentences</name>
    <message>
        <source>“%1”</source>
        <comment>a name, or what a server said</comment>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Le serveur</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sans raison donnée</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 is no address of a server. Give it as host, user@host or user@host:port; an IPv6 address with a port stands in brackets.</source>
        <translation>%1 n’est pas l’adresse d’un serveur. Donnez-la sous la forme hôte, utilisateur@hôte ou utilisateur@hôte:port&#x202f;; une adresse IPv6 suivie d’un port se met entre crochets.</translation>
    </message>
    <message>
        <source>Line %2 of %1 cannot be used: %3. Mend it, or give the server&apos;s address in full.</source>
        <translation>La ligne %2 de %1 est inutilisable&#xa0;: %3. Corrigez-la, ou donnez l’adresse complète du serveur.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2. Mend it, or give the server&apos;s address in full.</source>
        <translation>%1 est inutilisable&#xa0;: %2. Corrigez-le, ou donnez l’adresse complète du serveur.</translation>
    </message>
    <message>
        <source>The name %1 was not found: %2. Check how it is written, and whether this computer is in the network that knows it.</source>
        <translation>Le nom %1 est introuvable&#xa0;: %2. Vérifiez son orthographe, et que cet ordinateur est dans le réseau qui le connaît.</translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens on that port. Check the port, and whether sshd runs there.</source>
        <translation>%1 a refusé la connexion&#xa0;: rien n’écoute sur ce port. Vérifiez le port, et que sshd y fonctionne.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Check the network, the VPN and the firewall.</source>
        <translation>%1 est injoignable&#xa0;: %2. Vérifiez le réseau, le VPN et le pare-feu.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2. Check the address, the VPN and the firewall, then try again.</source>
        <translation>%1 n’a pas répondu en %2. Vérifiez l’adresse, le VPN et le pare-feu, puis réessayez.</translation>
    </message>
    <message>
        <source>What listens at %1 is no SSH server; it said: %2. Check the port.</source>
        <translation>Ce qui écoute sur %1 n’est pas un serveur SSH&#x202f;; il a dit&#xa0;: %2. Vérifiez le port.</translation>
    </message>
    <message>
        <source>%1 and this computer agree on no way to encrypt or to exchange keys: %2. Allow a newer one on the server, or update it.</source>
        <translation>%1 et cet ordinateur ne s’accordent sur aucun chiffrement ni échange de clés&#xa0;: %2. Autorisez-en un plus récent sur le serveur, ou mettez-le à jour.</translation>
    </message>
    <message>
        <source>The key of %1 is another than the one known so far: %4. Somebody may be listening in, so there was no login. If the server was really installed anew, remove line %3 of %2 and connect again.</source>
        <translation>La clé de %1 n’est pas celle connue jusqu’ici&#xa0;: %4. Quelqu’un intercepte peut-être la connexion&#x202f;; aucune authentification n’a donc eu lieu. Si le serveur a vraiment été réinstallé, supprimez la ligne %3 de %2 et reconnectez-vous.</translation>
    </message>
    <message>
        <source>The key of %1 is marked as revoked in line %3 of %2, so there was no login. Ask who runs the server for its present key.</source>
        <translation>La clé de %1 est marquée comme révoquée à la ligne %3 de %2&#x202f;; aucune authentification n’a donc eu lieu. Demandez sa clé actuelle à qui gère le serveur.</translation>
    </message>
    <message>
        <source>You did not accept the key of %1, so there was no login. Connect again when you have compared it.</source>
        <translation>Vous n’avez pas accepté la clé de %1&#x202f;; aucune authentification n’a donc eu lieu. Reconnectez-vous quand vous l’aurez comparée.</translation>
    </message>
    <message>
        <source>The key of %1 was accepted, but could not be saved in %2, so it will be asked for again. Check the rights of that file.</source>
        <translation>La clé de %1 a été acceptée, mais n’a pas pu être enregistrée dans %2&#x202f;; la question sera donc reposée. Vérifiez les droits de ce fichier.</translation>
    </message>
    <message>
        <source>%1 refused the login. Check the user name, the password and the keys.</source>
        <translation>%1 a refusé l’authentification. Vérifiez le nom d’utilisateur, le mot de passe et les clés.</translation>
    </message>
    <message>
        <source>%1 refused the login. It allows: %2. Check the user name, the password and the keys.</source>
        <translation>%1 a refusé l’authentification. Il permet&#xa0;: %2. Vérifiez le nom d’utilisateur, le mot de passe et les clés.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be used: %2. Check its passphrase, its form and its rights.</source>
        <translation>Le fichier de clé %1 est inutilisable&#xa0;: %2. Vérifiez sa phrase secrète, son format et ses droits.</translation>
    </message>
    <message>
        <source>The account may not become root by sudo on %1: %2. Limier goes on with the account&apos;s own rights; what it cannot read is listed. Log in as root, or allow sudo, for the rest.</source>
        <translation>Le compte ne peut pas devenir root par sudo sur %1&#xa0;: %2. Limier continue avec les droits du compte&#x202f;; ce qu’il ne peut pas lire est indiqué. Pour le reste, connectez-vous en root ou autorisez sudo.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost: %2. What was fetched stays; connect again to go on from there.</source>
        <translation>La connexion à %1 a été perdue&#xa0;: %2. Ce qui a été récupéré reste&#x202f;; reconnectez-vous pour continuer à partir de là.</translation>
    </message>
    <message>
        <source>The command %2 on %1 was not done within %3. Look whether the server is overloaded, then connect again.</source>
        <translation>La commande %2 sur %1 n’était pas finie au bout de %3. Regardez si le serveur est surchargé, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>%1 is connected, but has been silent for %2. Look whether it is overloaded, then connect again.</source>
        <translation>%1 est connecté, mais muet depuis %2. Regardez s’il est surchargé, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>%1 lets this account run no commands: only files can be fetched, and nothing is known of Postfix or the queue. Log in with an account that has a shell for the rest.</source>
        <translation>%1 ne laisse ce compte exécuter aucune commande&#xa0;: seuls des fichiers peuvent être récupérés, et rien n’est connu de Postfix ni de la file. Pour le reste, connectez-vous avec un compte qui a un shell.</translation>
    </message>
    <message>
        <source>You stopped the connection to %1. What was fetched stays; connect again to go on from there.</source>
        <translation>Vous avez interrompu la connexion à %1. Ce qui a été récupéré reste&#x202f;; reconnectez-vous pour continuer à partir de là.</translation>
    </message>
    <message>
        <source>The command %2 failed on %1: %3. What it would have told is missing; try it on the server.</source>
        <translation>La commande %2 a échoué sur %1&#xa0;: %3. Ce qu’elle aurait dit manque&#x202f;; essayez-la sur le serveur.</translation>
    </message>
    <message>
        <source>The command %2 failed on %1 with exit status %3: %4. What it would have told is missing; try it on the server.</source>
        <translation>La commande %2 a échoué sur %1 avec le code de retour %3&#xa0;: %4. Ce qu’elle aurait dit manque&#x202f;; essayez-la sur le serveur.</translation>
    </message>
    <message>
        <source>A program that the command %2 needs is not installed on %1. What it would have told is missing; install the program, or look yourself.</source>
        <translation>Un programme dont la commande %2 a besoin n’est pas installé sur %1. Ce qu’elle aurait dit manque&#x202f;; installez-le, ou regardez vous-même.</translation>
    </message>
    <message>
        <source>The answer of %1 to the command %2 makes no sense. It was left out; look on the server yourself.</source>
        <translation>La réponse de %1 à la commande %2 n’a pas de sens. Elle a été écartée&#x202f;; regardez vous-même sur le serveur.</translation>
    </message>
    <message>
        <source>The answer of %1 to the command %2 makes no sense; it begins: %3. It was left out; look on the server yourself.</source>
        <translation>La réponse de %1 à la commande %2 n’a pas de sens&#x202f;; elle commence par&#xa0;: %3. Elle a été écartée&#x202f;; regardez vous-même sur le serveur.</translation>
    </message>
    <message>
        <source>The account may not read %2 on %1. Log in as root, or with an account that may use sudo or belongs to the group of that file (mostly adm).</source>
        <translation>Le compte n’a pas le droit de lire %2 sur %1. Connectez-vous en root, ou avec un compte qui peut utiliser sudo ou appartient au groupe de ce fichier (le plus souvent adm).</translation>
    </message>
    <message>
        <source>%2 is not, or no longer, on %1. If it was rotated away, fetch again.</source>
        <translation>%2 n’est pas, ou plus, sur %1. S’il a été déplacé par la rotation, relancez la récupération.</translation>
    </message>
    <message>
        <source>There is no mail log on %1. Looked at: %2. Check whether rsyslog, syslog-ng or journald runs, and whether this is the host that sends mail.</source>
        <translation>Il n’y a pas de journal de messagerie sur %1. Examiné&#xa0;: %2. Vérifiez que rsyslog, syslog-ng ou journald fonctionne, et que c’est bien l’hôte qui envoie le courrier.</translation>
    </message>
    <message>
        <source>%2 on %1 was changed otherwise than by lines at its end. It was fetched anew; figures from before may differ.</source>
        <translation>%2 sur %1 a été modifié autrement que par des lignes ajoutées à la fin. Il a été récupéré de nouveau&#x202f;; les chiffres d’avant peuvent différer.</translation>
    </message>
    <message>
        <source>What arrived of %2 is not what %1 has: its digest differs. It was thrown away; fetch it again.</source>
        <translation>Ce qui est arrivé de %2 n’est pas ce que %1 possède&#xa0;: l’empreinte diffère. Cela a été jeté&#x202f;; relancez la récupération.</translation>
    </message>
    <message>
        <source>The disk of this computer is full at %1. What was fetched stays usable; free some space, or forget old servers, then connect again.</source>
        <translation>Le disque de cet ordinateur est plein à l’emplacement %1. Ce qui a été récupéré reste utilisable&#x202f;; libérez de la place, ou oubliez d’anciens serveurs, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>%1 on this computer cannot be written: %2. What was fetched stays usable; check the rights of the folder, then connect again.</source>
        <translation>Impossible d’écrire %1 sur cet ordinateur&#xa0;: %2. Ce qui a été récupéré reste utilisable&#x202f;; vérifiez les droits du dossier, puis reconnectez-vous.</translation>
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
    <name>SuspectText</name>
    <message>
        <source>stolen account</source>
        <translation>compte volé</translation>
    </message>
    <message>
        <source>machine that relays without a login</source>
        <translation>machine qui relaie sans authentification</translation>
    </message>
    <message>
        <source>program on the server that sends</source>
        <translation>programme du serveur qui envoie</translation>
    </message>
    <message>
        <source>guessed passwords</source>
        <translation>mots de passe devinés</translation>
    </message>
    <message>
        <source>notifications or a blocked destination</source>
        <translation>notifications ou destination bloquée</translation>
    </message>
    <message>
        <source>listed by a blocklist</source>
        <translation>inscrit sur une liste noire</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Faible</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevé</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln recipient(s)</source>
        <comment>who sent to how many</comment>
        <translation>
            <numerusform>%1&#xa0;: %Ln destinataire</numerusform>
            <numerusform>%1&#xa0;: %Ln destinataires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %Ln message(s)</source>
        <comment>behind the recipients</comment>
        <translation>
            <numerusform> en %Ln message</numerusform>
            <numerusform> en %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> from %Ln network(s)</source>
        <comment>behind the messages</comment>
        <translation>
            <numerusform> depuis %Ln réseau</numerusform>
            <numerusform> depuis %Ln réseaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, with %Ln failed login(s)</source>
        <comment>behind the networks</comment>
        <translation>
            <numerusform>, avec %Ln échec de connexion</numerusform>
            <numerusform>, avec %Ln échecs de connexion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln recipient(s) still queued</source>
        <comment>behind the rest</comment>
        <translation>
            <numerusform>, %Ln destinataire encore en file</numerusform>
            <numerusform>, %Ln destinataires encore en file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln failed login(s)</source>
        <comment>who tried how often</comment>
        <translation>
            <numerusform>%1&#xa0;: %Ln échec de connexion</numerusform>
            <numerusform>%1&#xa0;: %Ln échecs de connexion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> from %Ln network(s)</source>
        <comment>behind the failed logins</comment>
        <translation>
            <numerusform> depuis %Ln réseau</numerusform>
            <numerusform> depuis %Ln réseaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> for %Ln user(s)</source>
        <comment>behind the networks</comment>
        <translation>
            <numerusform> pour %Ln utilisateur</numerusform>
            <numerusform> pour %Ln utilisateurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln message(s) of a storm or to a destination that blocks</source>
        <comment>an address or a domain</comment>
        <translation>
            <numerusform>%1&#xa0;: %Ln message d’une tempête ou vers une destination qui bloque</numerusform>
            <numerusform>%1&#xa0;: %Ln messages d’une tempête ou vers une destination qui bloque</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: other servers refused %Ln message(s) because of it</source>
        <comment>a list</comment>
        <translation>
            <numerusform>%1&#xa0;: d’autres serveurs ont refusé %Ln message à cause d’elle</numerusform>
            <numerusform>%1&#xa0;: d’autres serveurs ont refusé %Ln messages à cause d’elle</numerusform>
        </translation>
    </message>
    <message>
        <source>; delisting: %1</source>
        <translation>&#x202f;; radiation&#xa0;: %1</translation>
    </message>
    <message>
        <source>almost certain (%1 %)</source>
        <translation>presque certain (%1 %)</translation>
    </message>
    <message>
        <source>very likely (%1 %)</source>
        <translation>très probable (%1 %)</translation>
    </message>
    <message>
        <source>likely (%1 %)</source>
        <translation>probable (%1 %)</translation>
    </message>
    <message>
        <source>worth a look (%1 %)</source>
        <translation>à regarder (%1 %)</translation>
    </message>
</context>
<context>
    <name>Usage</name>
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
        <source>The option “%1” needs a value.</source>
        <translation>L’option «&#xa0;%1&#xa0;» exige une valeur.</translation>
    </message>
    <message>
        <source>There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set), so this is the report. For the window, start Limier in a desktop session or via ssh -X; --report md asks for the report alone.</source>
        <translation>Il n’y a pas d’affichage pour une fenêtre (ni DISPLAY ni WAYLAND_DISPLAY n’est défini)&#xa0;: voici donc le rapport. Pour la fenêtre, lancez Limier dans une session de bureau ou par ssh -X&#x202f;; --report md demande le rapport seul.</translation>
    </message>
    <message>
        <source>Usage: limier [OPTION]… [PATH]…
       limier --server [USER@]HOST[:PORT] [--since TIME] [--until TIME]

Reads the mail logs of Postfix and BlueMind and shows who sends what, and from
where. A PATH is a log (plain, or compressed by gzip, bzip2, xz or zstd), a
folder, a tar or zip archive, an export of journalctl, or - for the standard
input. Nothing is changed.

With --server the window fetches the logs of a server over SSH, the newest lines
first, and follows them; nothing is changed on the server either.

Opens a window; with an option of the report, or without a display, writes a
report instead.
</source>
        <translation>Utilisation&#xa0;: limier [OPTION]… [CHEMIN]…
              limier --server [UTILISATEUR@]HÔTE[:PORT] [--since DATE] [--until DATE]

Lit les journaux de messagerie de Postfix et de BlueMind, et montre qui envoie quoi,
et d’où. Un CHEMIN est un journal (en texte, ou compressé par gzip, bzip2, xz ou
zstd), un dossier, une archive tar ou zip, un export de journalctl, ou - pour
l’entrée standard. Rien n’est modifié.

Avec --server, la fenêtre récupère par SSH les journaux d’un serveur, les lignes les
plus récentes d’abord, et les suit&#x202f;; rien n’est modifié sur le serveur non plus.

Ouvre une fenêtre&#x202f;; avec une option du rapport, ou sans affichage, écrit un rapport
à la place.
</translation>
    </message>
    <message>
        <source>Options of the report:
  --report FORM     md, to be read (the form if none is given); json, for programs;
                    csv, for spreadsheets
  --output FILE     write the report to FILE, which is never left half written
  --since TIME      count only what was logged at TIME or later
  --until TIME      count only what was logged before TIME
  --threads N       read with N threads; otherwise with one for each core

Other options:
  --server ADDRESS  connect to the server at ADDRESS, [USER@]HOST[:PORT], in a window;
                    HOST can be a name of ~/.ssh/config; several times: their logs are
                    read together. Of the last 24 hours, unless --since or --until say
                    otherwise
  --timezone ZONE   the zone of the server, like Europe/Paris, for times without one
                    in the logs and in TIME; otherwise that of this computer
  --lang fr|en      the language; otherwise that of the environment
  -h, --help        print this text
  --version         print the version
</source>
        <translation>Options du rapport&#xa0;:
  --report FORMAT   md, à lire (format par défaut)&#x202f;; json, pour les programmes&#x202f;;
                    csv, pour les tableurs
  --output FICHIER  écrire le rapport dans FICHIER, qui ne reste jamais à moitié écrit
  --since DATE      ne compter que ce qui est daté de DATE ou d’après
  --until DATE      ne compter que ce qui est daté d’avant DATE
  --threads N       lire avec N fils d’exécution&#x202f;; sinon, un par cœur

Autres options&#xa0;:
  --server ADRESSE  se connecter au serveur d’ADRESSE, [UTILISATEUR@]HÔTE[:PORT], dans une
                    fenêtre&#x202f;; HÔTE peut être un nom de ~/.ssh/config&#x202f;; plusieurs fois&#xa0;:
                    leurs journaux sont lus ensemble. Ceux des dernières 24 heures, sauf
                    si --since ou --until en décident autrement
  --timezone FUSEAU le fuseau horaire du serveur, par exemple Europe/Paris, pour les
                    heures sans fuseau des journaux et de DATE&#x202f;; sinon, celui de cet
                    ordinateur
  --lang fr|en      la langue&#x202f;; sinon, celle de l’environnement
  -h, --help        afficher cette aide
  --version         afficher la version
</translation>
    </message>
    <message>
        <source>TIME is one of:
  2026-06-14                   that day: with --until, its end
  &quot;2026-06-14 18:30&quot;           that time, also with seconds
  2026-06-14T18:30:05+02:00    the same with its zone (RFC 3339), or with Z for UTC
  90m, 24h, 3d, 2w             that long before the last line of the logs;
                               with --server, before now
</source>
        <translation>DATE s’écrit&#xa0;:
  2026-06-14                   ce jour-là&#x202f;; avec --until, la fin de ce jour
  &quot;2026-06-14 18:30&quot;           à cette heure, avec les secondes si besoin
  2026-06-14T18:30:05+02:00    de même, avec le fuseau (RFC 3339), ou Z pour UTC
  90m, 24h, 3j, 2w             tant de minutes, d’heures, de jours (aussi 3d) ou de
                               semaines avant la dernière ligne des journaux&#x202f;; avec
                               --server, avant maintenant
</translation>
    </message>
    <message>
        <source>The csv report is one table. Its first column, &quot;table&quot;, says what a row is (total,
input, gap, suspect, user, client, sender); columns that do not apply to it are empty.
Times are in UTC in csv and json, in the zone of the logs in md.
</source>
        <translation>Le rapport csv est un seul tableau. Sa première colonne, «&#xa0;table&#xa0;», dit ce qu’est une
ligne (total, input, gap, suspect, user, client, sender)&#x202f;; les colonnes qui ne la
concernent pas sont vides. Les heures sont en UTC en csv et en json, dans le fuseau
des journaux en md.
</translation>
    </message>
    <message>
        <source>Examples:
  limier /var/log
  limier --server root@mail.example.com --since 3d
  limier --report md /var/log
  limier --since 24h --report csv --output day.csv /var/log/mail.log*
  ssh root@server cat /var/log/mail.log | limier --timezone Europe/Paris -
  journalctl -u &apos;postfix*&apos; -o export | limier --report json -
</source>
        <translation>Exemples&#xa0;:
  limier /var/log
  limier --server root@mail.example.com --since 3d
  limier --report md /var/log
  limier --since 24h --report csv --output jour.csv /var/log/mail.log*
  ssh root@serveur cat /var/log/mail.log | limier --timezone Europe/Paris -
  journalctl -u &apos;postfix*&apos; -o export | limier --report json -
</translation>
    </message>
    <message>
        <source>“%1” asks for a report, but --server opens a window: leave one of them out.</source>
        <translation>«&#xa0;%1&#xa0;» demande un rapport, mais --server ouvre une fenêtre&#xa0;: retirez l’un des deux.</translation>
    </message>
    <message>
        <source>A window shows the logs of servers or those at a path: leave out --server or the paths.</source>
        <translation>Une fenêtre montre les journaux de serveurs, ou ceux d’un chemin&#xa0;: retirez --server ou les chemins.</translation>
    </message>
    <message>
        <source>There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set), and --server needs one. Start Limier in a desktop session or via ssh -X; without a window, ssh HOST cat /var/log/mail.log | limier --report md - makes a report.</source>
        <translation>Il n’y a pas d’affichage pour une fenêtre (ni DISPLAY ni WAYLAND_DISPLAY n’est défini), et --server en a besoin. Lancez Limier dans une session de bureau ou par ssh -X&#x202f;; sans fenêtre, ssh HÔTE cat /var/log/mail.log | limier --report md - fait un rapport.</translation>
    </message>
</context>
<context>
    <name>WindowProgram</name>
    <message>
        <source>The window cannot be opened: its program “%1” cannot be started (%2). Install Limier again, or ask for a report with --report md.</source>
        <translation>La fenêtre ne peut pas s’ouvrir&#xa0;: son programme «&#xa0;%1&#xa0;» ne peut pas être lancé (%2). Réinstallez Limier, ou demandez un rapport avec --report md.</translation>
    </message>
</context>
<context>
    <name>limier::ActivityCard</name>
    <message>
        <source>Sent per user</source>
        <translation>Envois par utilisateur</translation>
    </message>
    <message>
        <source>Sent per client IP</source>
        <translation>Envois par IP cliente</translation>
    </message>
    <message>
        <source>%1 of %2 messages with a login</source>
        <translation>%1 messages sur %2 avec authentification</translation>
    </message>
    <message>
        <source>%1 of %2 recipients with a login</source>
        <translation>%1 destinataires sur %2 avec authentification</translation>
    </message>
    <message>
        <source>%1 of %2 messages from clients</source>
        <translation>%1 messages sur %2 venus de clients</translation>
    </message>
    <message>
        <source>%1 of %2 recipients from clients</source>
        <translation>%1 destinataires sur %2 venus de clients</translation>
    </message>
    <message>
        <source>Nobody logged in and sent here.</source>
        <translation>Personne ne s’est authentifié pour envoyer ici.</translation>
    </message>
    <message>
        <source>No client sent here.</source>
        <translation>Aucun client n’a envoyé ici.</translation>
    </message>
    <message>
        <source>most: %1, %2</source>
        <translation>au plus&#xa0;: %1, %2</translation>
    </message>
</context>
<context>
    <name>limier::Chip</name>
    <message>
        <source>Part of the filter: Delete takes it away</source>
        <translation>Élément du filtre&#xa0;: Suppr le retire</translation>
    </message>
    <message>
        <source>Only This</source>
        <translation>Seulement ceci</translation>
    </message>
    <message>
        <source>Without This</source>
        <translation>Sans ceci</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>limier::ChipBar</name>
    <message>
        <source>Until %1</source>
        <translation>Jusqu’au %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Depuis le %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Période&#xa0;: %1</translation>
    </message>
    <message>
        <source>Back to the filter before (%1)</source>
        <translation>Revenir au filtre précédent (%1)</translation>
    </message>
    <message>
        <source>Forward to the next filter (%1)</source>
        <translation>Aller au filtre suivant (%1)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Tout retirer</translation>
    </message>
    <message>
        <source>No filter: everything in the log is counted</source>
        <translation>Aucun filtre&#xa0;: tout le journal est compté</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Retirer tous les filtres</translation>
    </message>
</context>
<context>
    <name>limier::ConnectDialog</name>
    <message>
        <source>user@host:port – user and port only where they are not the usual ones; also a name of ~/.ssh/config</source>
        <translation>utilisateur@hôte:port – utilisateur et port seulement s’ils ne sont pas les habituels&#x202f;; ou un nom de ~/.ssh/config</translation>
    </message>
    <message>
        <source>Connects to %1</source>
        <translation>Se connecte à %1</translation>
    </message>
    <message>
        <source>Connects to %1 via %2</source>
        <translation>Se connecte à %1 en passant par %2</translation>
    </message>
    <message>
        <source>Connect to a Server</source>
        <translation>Se connecter à un serveur</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Serveur&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>&amp;Période&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Follow: show new lines as they are written</source>
        <translation>S&amp;uivre&#xa0;: montrer les nouvelles lignes dès qu’elles sont écrites</translation>
    </message>
    <message>
        <source>&amp;Keep passwords in the system’s keychain</source>
        <translation>&amp;Garder les mots de passe dans le trousseau du système</translation>
    </message>
    <message>
        <source>&amp;Add it to the investigation that is open</source>
        <translation>&amp;Ajouter à l’enquête ouverte</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>limier::DelayBar</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Before the queue: %1</source>
        <translation>Avant la file&#xa0;: %1</translation>
    </message>
    <message>
        <source>In the queue: %1</source>
        <translation>Dans la file&#xa0;: %1</translation>
    </message>
    <message>
        <source>Connecting: %1</source>
        <translation>Connexion&#xa0;: %1</translation>
    </message>
    <message>
        <source>Sending: %1</source>
        <translation>Transmission&#xa0;: %1</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>Où le temps est passé</translation>
    </message>
</context>
<context>
    <name>limier::DisplaySettings</name>
    <message>
        <source>d MMM</source>
        <comment>a day without its year</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day with its year</comment>
        <translation>d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>limier::DisplayText</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>reste %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>reste %1 min</translation>
    </message>
</context>
<context>
    <name>limier::Duration</name>
    <message>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>limier::ExportBar</name>
    <message>
        <source>Copying…</source>
        <translation>Copie…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>%Ln ligne copiée.</numerusform>
            <numerusform>%Ln lignes copiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>For more, export them.</source>
        <translation>Pour en copier davantage, exportez-les.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1.</source>
        <translation>
            <numerusform>%Ln ligne exportée dans %1.</numerusform>
            <numerusform>%Ln lignes exportées dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting… %1</source>
        <translation>Export… %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Interrompu.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>limier::FactsView</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>limier::FilterText</name>
    <message>
        <source>not %1</source>
        <translation>sans %1</translation>
    </message>
    <message>
        <source>none</source>
        <comment>value of a filter</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter: its field and value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Recipient domain</source>
        <translation>Domaine destinataire</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>différé</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>retourné</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expiré</translation>
    </message>
    <message>
        <source>with a login</source>
        <translation>avec authentification</translation>
    </message>
    <message>
        <source>without a login</source>
        <translation>sans authentification</translation>
    </message>
    <message>
        <source>relayed without a login</source>
        <translation>relayé sans authentification</translation>
    </message>
    <message>
        <source>born on the server</source>
        <translation>né sur le serveur</translation>
    </message>
</context>
<context>
    <name>limier::HelpDialogs</name>
    <message>
        <source>About Limier</source>
        <translation>À propos de Limier</translation>
    </message>
    <message>
        <source>Limier %1</source>
        <translation>Limier %1</translation>
    </message>
    <message>
        <source>Finds who sends spam through a Postfix or BlueMind server.</source>
        <translation>Trouve qui envoie du spam par un serveur Postfix ou BlueMind.</translation>
    </message>
    <message>
        <source>© 2026 The Limier authors. Free software under the GNU General Public License, version 3 or later; there is no warranty.</source>
        <translation>© 2026 Les auteurs de Limier. Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure&#x202f;; sans aucune garantie.</translation>
    </message>
    <message>
        <source>Made with Qt %1 (LGPL 3), KArchive and KSyntaxHighlighting of KDE Frameworks (LGPL 2.1 or later, MIT), and the Breeze icons of KDE (LGPL 3 or later).</source>
        <translation>Réalisé avec Qt %1 (LGPL 3), KArchive et KSyntaxHighlighting de KDE Frameworks (LGPL 2.1 ou ultérieure, MIT), et les icônes Breeze de KDE (LGPL 3 ou ultérieure).</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>À propos de Qt</translation>
    </message>
    <message>
        <source>The next or previous tab</source>
        <translation>L’onglet suivant ou précédent</translation>
    </message>
    <message>
        <source>Take a filter away, when its chip has the focus</source>
        <translation>Retirer un filtre, quand son étiquette est active</translation>
    </message>
    <message>
        <source>Show a line or delivery of a mail in the log</source>
        <translation>Montrer dans le journal une ligne ou une remise d’un message</translation>
    </message>
    <message>
        <source>Close the mail that is shown</source>
        <translation>Fermer le message affiché</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>limier::IntervalText</name>
    <message>
        <source>Not at All</source>
        <translation>Jamais</translation>
    </message>
    <message numerus="yes">
        <source>Every %n Second(s)</source>
        <translation>
            <numerusform>Toutes les %n seconde</numerusform>
            <numerusform>Toutes les %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::InvestigationView</name>
    <message>
        <source>One Mail</source>
        <translation>Un message</translation>
    </message>
    <message>
        <source>Suspects</source>
        <translation>Suspects</translation>
    </message>
    <message>
        <source>Show or hide the suspects (%1)</source>
        <translation>Afficher ou masquer les suspects (%1)</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
</context>
<context>
    <name>limier::KnownList</name>
    <message numerus="yes">
        <source>Known (%Ln)</source>
        <translation>
            <numerusform>Connu (%Ln)</numerusform>
            <numerusform>Connus (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>limier::LinesView</name>
    <message>
        <source>Show in the Log</source>
        <translation>Montrer dans le journal</translation>
    </message>
    <message>
        <source>The lines of this mail</source>
        <translation>Les lignes de ce message</translation>
    </message>
    <message>
        <source>Return or a double click shows the line in the log</source>
        <translation>Entrée ou un double clic montre la ligne dans le journal</translation>
    </message>
</context>
<context>
    <name>limier::LogPage</name>
    <message numerus="yes">
        <source>%1 line(s) selected</source>
        <translation>
            <numerusform>%1 ligne sélectionnée</numerusform>
            <numerusform>%1 lignes sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>All lines (%1)</source>
        <translation>Toutes les lignes (%1)</translation>
    </message>
    <message>
        <source>Lines of the current filter (%1)</source>
        <translation>Lignes du filtre actuel (%1)</translation>
    </message>
    <message>
        <source>Lines not understood (%1)</source>
        <translation>Lignes non comprises (%1)</translation>
    </message>
    <message>
        <source>Lines of the chosen messages (%1)</source>
        <translation>Lignes des messages choisis (%1)</translation>
    </message>
    <message>
        <source>The first lines are being read …</source>
        <translation>Lecture des premières lignes…</translation>
    </message>
    <message>
        <source>No log is open.</source>
        <translation>Aucun journal n’est ouvert.</translation>
    </message>
    <message>
        <source>The log has no lines.</source>
        <translation>Le journal n’a aucune ligne.</translation>
    </message>
    <message>
        <source>No line belongs to the current filter.</source>
        <translation>Aucune ligne ne correspond au filtre actuel.</translation>
    </message>
    <message>
        <source>Every line was understood.</source>
        <translation>Toutes les lignes ont été comprises.</translation>
    </message>
    <message>
        <source>No messages are chosen. “Show lines” in a table lists theirs here.</source>
        <translation>Aucun message n’est choisi. «&#xa0;Montrer les lignes&#xa0;», dans un tableau, affiche les leurs ici.</translation>
    </message>
    <message>
        <source>Looking for the lines …</source>
        <translation>Recherche des lignes…</translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s) copied</source>
        <translation>
            <numerusform>%1 ligne copiée</numerusform>
            <numerusform>%1 lignes copiées</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 of %2 lines were copied</source>
        <translation>Seules les %1 premières lignes sur %2 ont été copiées</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Afficher&#xa0;:</translation>
    </message>
    <message>
        <source>Which lines are shown</source>
        <translation>Quelles lignes sont affichées</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation>&amp;Rechercher…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Rechercher le &amp;suivant</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Rechercher le &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Open this mail</source>
        <translation>&amp;Ouvrir ce message</translation>
    </message>
    <message>
        <source>S&amp;how in the chart</source>
        <translation>&amp;Montrer dans le graphique</translation>
    </message>
    <message>
        <source>Only the user “%1”</source>
        <translation>Seulement l’utilisateur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Only the client %1</source>
        <translation>Seulement le client %1</translation>
    </message>
</context>
<context>
    <name>limier::LogView</name>
    <message>
        <source>Lines of the log</source>
        <translation>Lignes du journal</translation>
    </message>
    <message>
        <source>unpacking …</source>
        <translation>décompression…</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>lecture…</translation>
    </message>
</context>
<context>
    <name>limier::MailFate</name>
    <message>
        <source>sent</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>différé</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>retourné</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expiré</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>écarté</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en file</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>incomplet</translation>
    </message>
</context>
<context>
    <name>limier::MailModel</name>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>Transmis à</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>a hop: its number, what happened</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>handed on</source>
        <comment>status of a delivery to the next hop</comment>
        <translation>transmis</translation>
    </message>
    <message>
        <source>sent</source>
        <comment>status of a delivery</comment>
        <translation>remis</translation>
    </message>
    <message>
        <source>deferred</source>
        <comment>status of a delivery</comment>
        <translation>différé</translation>
    </message>
    <message>
        <source>bounced</source>
        <comment>status of a delivery</comment>
        <translation>retourné</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>status of a delivery</comment>
        <translation>expiré</translation>
    </message>
    <message>
        <source>Notification made by this server</source>
        <translation>Notification créée par ce serveur</translation>
    </message>
    <message>
        <source>Handed in again on %1, by a content filter or a relay</source>
        <translation>Redéposé sur %1, par un filtre de contenu ou un relais</translation>
    </message>
    <message>
        <source>Handed in on the server itself, by the system user %1</source>
        <translation>Déposé sur le serveur lui-même, par l’utilisateur système %1</translation>
    </message>
    <message>
        <source>Came into the queue before the log begins</source>
        <translation>Entré dans la file avant le début du journal</translation>
    </message>
    <message>
        <source>Handed in by %1, without a login</source>
        <translation>Déposé par %1, sans authentification</translation>
    </message>
    <message>
        <source>Handed in by %1, logged in as %2</source>
        <translation>Déposé par %1, authentifié comme %2</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>thrown away by a rule</source>
        <translation>écarté par une règle</translation>
    </message>
    <message>
        <source>deleted from the queue by an administrator</source>
        <translation>supprimé de la file par un administrateur</translation>
    </message>
    <message>
        <source>given up: it was in the queue for too long</source>
        <translation>abandonné&#xa0;: resté trop longtemps dans la file</translation>
    </message>
    <message>
        <source>done, no longer in the queue</source>
        <translation>terminé, n’est plus dans la file</translation>
    </message>
    <message>
        <source>on hold in the queue</source>
        <translation>retenu dans la file</translation>
    </message>
    <message>
        <source>still in the queue when the log ends</source>
        <translation>encore dans la file à la fin du journal</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
</context>
<context>
    <name>limier::MailPage</name>
    <message>
        <source>Queue ID</source>
        <translation>ID de file</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
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
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Addressed to</source>
        <translation>Adressé à</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>Transmis à</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Last attempt</source>
        <translation>Dernier essai</translation>
    </message>
    <message>
        <source>Mail %1</source>
        <translation>Message %1</translation>
    </message>
    <message>
        <source>Mail %1 from %2</source>
        <translation>Message %1 de %2</translation>
    </message>
    <message>
        <source>Reading the lines of this mail…</source>
        <translation>Lecture des lignes de ce message…</translation>
    </message>
    <message>
        <source>Open a message from the table of messages to see its way here.</source>
        <translation>Ouvrez un message du tableau des messages pour voir ici son parcours.</translation>
    </message>
    <message>
        <source>Its lines cannot be shown. %1</source>
        <translation>Ses lignes ne peuvent pas être affichées. %1</translation>
    </message>
    <message numerus="yes">
        <source>Only its first %1 lines are shown here; the log has %Ln more.</source>
        <translation>
            <numerusform>Seules ses %1 premières lignes sont affichées ici&#x202f;; le journal en a %Ln autre.</numerusform>
            <numerusform>Seules ses %1 premières lignes sont affichées ici&#x202f;; le journal en a %Ln autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>The hops and deliveries of this mail</source>
        <translation>Les étapes et les remises de ce message</translation>
    </message>
    <message>
        <source>Show in the Log</source>
        <translation>Montrer dans le journal</translation>
    </message>
    <message>
        <source>Close this mail</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>limier::MainWindow</name>
    <message>
        <source>Open Mail Logs</source>
        <translation>Ouvrir des journaux de messagerie</translation>
    </message>
    <message>
        <source>Open a Folder of Mail Logs</source>
        <translation>Ouvrir un dossier de journaux de messagerie</translation>
    </message>
    <message>
        <source>%1 – Limier</source>
        <translation>%1 – Limier</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
</context>
<context>
    <name>limier::MatrixView</name>
    <message>
        <source>Nobody logged in and sent here.</source>
        <translation>Personne ne s’est authentifié pour envoyer ici.</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Other IPs</source>
        <translation>Autres IP</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln destinataire</numerusform>
            <numerusform>%Ln destinataires</numerusform>
        </translation>
    </message>
    <message>
        <source>Who sent from where</source>
        <translation>Qui a envoyé d’où</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln network(s)</source>
        <translation>
            <numerusform>%1&#xa0;: %Ln réseau</numerusform>
            <numerusform>%1&#xa0;: %Ln réseaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln user(s)</source>
        <translation>
            <numerusform>%1&#xa0;: %Ln utilisateur</numerusform>
            <numerusform>%1&#xa0;: %Ln utilisateurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sent from %Ln network(s)</source>
        <translation>
            <numerusform>a envoyé depuis %Ln réseau</numerusform>
            <numerusform>a envoyé depuis %Ln réseaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) sent from here</source>
        <translation>
            <numerusform>%Ln utilisateur a envoyé d’ici</numerusform>
            <numerusform>%Ln utilisateurs ont envoyé d’ici</numerusform>
        </translation>
    </message>
    <message>
        <source>Only this user from this client</source>
        <translation>Seulement cet utilisateur depuis ce client</translation>
    </message>
    <message>
        <source>Show the lines of both</source>
        <translation>Montrer les lignes des deux</translation>
    </message>
    <message>
        <source>Relayed without login</source>
        <translation>Relayé sans authentification</translation>
    </message>
    <message>
        <source>Only what this client relayed</source>
        <translation>Seulement ce que ce client a relayé</translation>
    </message>
</context>
<context>
    <name>limier::MomentsView</name>
    <message>
        <source>First failed login</source>
        <translation>Premier échec de connexion</translation>
    </message>
    <message>
        <source>First success</source>
        <translation>Premier succès</translation>
    </message>
    <message>
        <source>First odd sending</source>
        <translation>Premier envoi inhabituel</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Pic</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Le tout</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>all of a time</comment>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the time around it</source>
        <translation>Afficher les moments alentour</translation>
    </message>
</context>
<context>
    <name>limier::OverviewPage</name>
    <message>
        <source>Show example line</source>
        <translation>Montrer une ligne d’exemple</translation>
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
        <source>Count:</source>
        <translation>Compter&#xa0;:</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Count what was sent by its recipients</source>
        <translation>Compter les envois par destinataires</translation>
    </message>
    <message>
        <source>Count what was sent by its messages</source>
        <translation>Compter les envois par messages</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Client IPs</source>
        <translation>IP clientes</translation>
    </message>
    <message>
        <source>Who sent from where</source>
        <translation>Qui a envoyé d’où</translation>
    </message>
    <message>
        <source>Sent to domains</source>
        <translation>Domaines destinataires</translation>
    </message>
    <message>
        <source>What other servers answered</source>
        <translation>Réponses des autres serveurs</translation>
    </message>
    <message>
        <source>deliveries that were deferred or bounced; a click shows an example line</source>
        <translation>remises différées ou retournées&#x202f;; un clic montre une ligne d’exemple</translation>
    </message>
    <message>
        <source>in a frame: %1 or more</source>
        <comment>networks of a user, users of a client</comment>
        <translation>encadré&#xa0;: %1 ou plus</translation>
    </message>
</context>
<context>
    <name>limier::Pages</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Expéditeurs</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Rejections</source>
        <translation>Rejets</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>limier::PartyFigures</name>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
</context>
<context>
    <name>limier::ProblemStrip</name>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 autre</numerusform>
            <numerusform>%1 autres</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong with the logs</source>
        <translation>Ce qui ne va pas avec les journaux</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Masquer ce message</translation>
    </message>
    <message numerus="yes">
        <source>%1 problem(s): not everything could be read.</source>
        <translation>
            <numerusform>%1 problème&#xa0;: tout n’a pas pu être lu.</numerusform>
            <numerusform>%1 problèmes&#xa0;: tout n’a pas pu être lu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 remark(s) on the logs; nothing is missing.</source>
        <translation>
            <numerusform>%1 remarque sur les journaux&#x202f;; rien ne manque.</numerusform>
            <numerusform>%1 remarques sur les journaux&#x202f;; rien ne manque.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Tout montrer</translation>
    </message>
</context>
<context>
    <name>limier::ProgressText</name>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 ligne</numerusform>
            <numerusform>%1 lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::QuestionPanel</name>
    <message>
        <source>The server %1 is not known yet.</source>
        <translation>Le serveur %1 n’est pas encore connu.</translation>
    </message>
    <message>
        <source>Compare the fingerprint of its key with the one that you have from the server itself or from who runs it. Another one means that somebody listens in.</source>
        <translation>Comparez l’empreinte de sa clé avec celle que vous tenez du serveur lui-même ou de qui le gère. Une autre empreinte veut dire que quelqu’un s’est interposé.</translation>
    </message>
    <message>
        <source>Once accepted, it is kept in %1, and any other key is refused.</source>
        <translation>Une fois acceptée, la clé est gardée dans %1, et toute autre est refusée.</translation>
    </message>
    <message>
        <source>An authority (@cert-authority) is noted for this host; Limier cannot check what it has signed.</source>
        <translation>Une autorité (@cert-authority) est notée pour cet hôte&#x202f;; Limier ne sait pas vérifier ce qu’elle a signé.</translation>
    </message>
    <message>
        <source>&amp;Accept and Connect</source>
        <translation>&amp;Accepter et connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Password of %1 on %2</source>
        <translation>Mot de passe de %1 sur %2</translation>
    </message>
    <message>
        <source>Passphrase of the key %1</source>
        <translation>Phrase secrète de la clé %1</translation>
    </message>
    <message>
        <source>Password of %1 for sudo on %2</source>
        <translation>Mot de passe de %1 pour sudo sur %2</translation>
    </message>
    <message>
        <source>The mail logs are mostly readable by root only. Without sudo, what can be read is shown.</source>
        <translation>Le plus souvent, seul root peut lire les journaux de messagerie. Sans sudo, Limier montre ce qui peut être lu.</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system’s keychain</source>
        <translation>&amp;Le garder dans le trousseau du système</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Go On without sudo</source>
        <translation>Continuer sans sudo</translation>
    </message>
    <message>
        <source>Do Not Use This Key</source>
        <translation>Ne pas utiliser cette clé</translation>
    </message>
    <message>
        <source>The server %1 asks %2:</source>
        <translation>Le serveur %1 demande à %2&#xa0;:</translation>
    </message>
    <message>
        <source>That was not right. Attempt %1 of %2:</source>
        <translation>Ce n’était pas le bon. Essai %1 sur %2&#xa0;:</translation>
    </message>
</context>
<context>
    <name>limier::QueueChart</name>
    <message>
        <source>In the queue of %1: %2</source>
        <translation>Dans la file de %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Incoming: %1</source>
        <translation>Entrants (incoming)&#xa0;: %1</translation>
    </message>
    <message>
        <source>Active: %1</source>
        <translation>Actifs (active)&#xa0;: %1</translation>
    </message>
    <message>
        <source>Deferred: %1 (the dashed line)</source>
        <translation>Différés (deferred)&#xa0;: %1 (la ligne en tirets)</translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation>Retenus (hold)&#xa0;: %1</translation>
    </message>
    <message>
        <source>Maildrop: %1</source>
        <translation>Dépôt local (maildrop)&#xa0;: %1</translation>
    </message>
    <message>
        <source>A click sets how often it is measured.</source>
        <translation>Un clic règle la fréquence des mesures.</translation>
    </message>
    <message>
        <source>Queue: %1</source>
        <translation>File&#xa0;: %1</translation>
    </message>
    <message>
        <source>In the Queue</source>
        <translation>Dans la file</translation>
    </message>
</context>
<context>
    <name>limier::RangePicker</name>
    <message>
        <source>Which time of the logs</source>
        <translation>Quelle période des journaux</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
</context>
<context>
    <name>limier::RangeText</name>
    <message>
        <source>The last hour</source>
        <translation>La dernière heure</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>Les dernières 24 heures</translation>
    </message>
    <message>
        <source>The last 3 days</source>
        <translation>Les 3 derniers jours</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Les 7 derniers jours</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>De … à …</translation>
    </message>
</context>
<context>
    <name>limier::RankedModel</name>
    <message>
        <source>%1: %2, %3</source>
        <comment>name, figure, share</comment>
        <translation>%1&#xa0;: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, figure</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>figure, share</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>limier::Recents</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Entrée standard</translation>
    </message>
</context>
<context>
    <name>limier::RecentsView</name>
    <message>
        <source>Recent investigations</source>
        <translation>Enquêtes récentes</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>Ouverte %1</translation>
    </message>
    <message>
        <source>%1 · log of %2</source>
        <translation>%1 · journal du %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Remove from This List</source>
        <translation>Retirer de cette liste</translation>
    </message>
    <message>
        <source>Server · %1 fetched</source>
        <translation>Serveur · %1 récupérés</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Open What Was Fetched</source>
        <translation>Ouvrir ce qui a été récupéré</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Oublier…</translation>
    </message>
</context>
<context>
    <name>limier::RowActions</name>
    <message>
        <source>More Filters</source>
        <translation>Autres filtres</translation>
    </message>
    <message>
        <source>Open This Mail</source>
        <translation>Ouvrir ce message</translation>
    </message>
    <message>
        <source>Show Lines</source>
        <translation>Montrer les lignes</translation>
    </message>
</context>
<context>
    <name>limier::SearchBar</name>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 ligne</numerusform>
            <numerusform>%1 lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 so far, %2 searched</source>
        <translation>%1 jusqu’ici, %2 parcourus</translation>
    </message>
    <message>
        <source>%1 until it was stopped</source>
        <translation>%1 avant l’arrêt</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s) are too long or too hard for this expression.</source>
        <translation>
            <numerusform>%1 ligne est trop longue ou trop complexe pour cette expression.</numerusform>
            <numerusform>%1 lignes sont trop longues ou trop complexes pour cette expression.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search in these lines; Enter starts</source>
        <translation>Rechercher dans ces lignes&#x202f;; Entrée lance la recherche</translation>
    </message>
    <message>
        <source>Searched text</source>
        <translation>Texte recherché</translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation>Résultat de la recherche</translation>
    </message>
    <message>
        <source>Tell upper from lower case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Résultat précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Résultat suivant (F3)</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Arrêter la recherche</translation>
    </message>
    <message>
        <source>Close the search (Escape)</source>
        <translation>Fermer la recherche (Échap)</translation>
    </message>
    <message>
        <source>This is no regular expression; at character %1: %2</source>
        <translation>Expression régulière incorrecte&#x202f;; au caractère %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>limier::ServerCard</name>
    <message>
        <source>Mail log</source>
        <translation>Journal de messagerie</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Serveur %1</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Postfix</source>
        <translation>Postfix</translation>
    </message>
    <message>
        <source>Not found on this server.</source>
        <translation>Introuvable sur ce serveur.</translation>
    </message>
    <message>
        <source>All settings that were asked for</source>
        <translation>Tous les réglages demandés</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>Not found out</source>
        <translation>Pas déterminé</translation>
    </message>
    <message>
        <source>logged in as root</source>
        <translation>connecté en root</translation>
    </message>
    <message>
        <source>root by sudo</source>
        <translation>root par sudo</translation>
    </message>
    <message>
        <source>root by sudo with a password</source>
        <translation>root par sudo avec mot de passe</translation>
    </message>
    <message>
        <source>its own only</source>
        <translation>les siens seulement</translation>
    </message>
    <message>
        <source>%1 s against this computer</source>
        <comment>of a clock; with its sign</comment>
        <translation>%1 s par rapport à cet ordinateur</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Nom d’hôte</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an account: its rights</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
    <message>
        <source>Free disk</source>
        <translation>Disque libre</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>BlueMind</source>
        <translation>BlueMind</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>journald</source>
        <translation>journald</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Last written</source>
        <translation>Dernière écriture</translation>
    </message>
    <message>
        <source>With rotated ones</source>
        <translation>Avec les archivés</translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <translation>%1 fichiers, %2</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>avant %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>entrants</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actifs</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>différé</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>in maildrop</source>
        <translation>dans maildrop</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>non installé</translation>
    </message>
    <message>
        <source>version not known</source>
        <translation>version inconnue</translation>
    </message>
    <message>
        <source>no bm-cli</source>
        <translation>sans bm-cli</translation>
    </message>
    <message>
        <source>bm-cli</source>
        <translation>bm-cli</translation>
    </message>
    <message>
        <source>bm-cli of the same version</source>
        <translation>bm-cli de la même version</translation>
    </message>
    <message>
        <source>bm-cli %1</source>
        <translation>bm-cli %1</translation>
    </message>
    <message>
        <source>kapacitor</source>
        <translation>kapacitor</translation>
    </message>
</context>
<context>
    <name>limier::ServerRow</name>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Connect Again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 autre</numerusform>
            <numerusform>%1 autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>How much was fetched</source>
        <translation>Part déjà récupérée</translation>
    </message>
    <message>
        <source>End the connection; what was fetched is kept</source>
        <translation>Terminer la connexion&#x202f;; ce qui a été récupéré est gardé</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>What can be done with %1</source>
        <translation>Ce qu’on peut faire avec %1</translation>
    </message>
    <message>
        <source>About This &amp;Server</source>
        <translation>À propos de ce &amp;serveur</translation>
    </message>
    <message>
        <source>Change the &amp;Time…</source>
        <translation>Changer la &amp;période…</translation>
    </message>
    <message>
        <source>Measure the &amp;Queue</source>
        <translation>Mesurer la &amp;file</translation>
    </message>
    <message>
        <source>What Was T&amp;ransferred</source>
        <translation>Ce qui a été t&amp;ransféré</translation>
    </message>
    <message>
        <source>&amp;Add a Server…</source>
        <translation>&amp;Ajouter un serveur…</translation>
    </message>
    <message>
        <source>&amp;Disconnect, and Take It Away</source>
        <translation>&amp;Déconnecter et retirer</translation>
    </message>
    <message>
        <source>&amp;Forget This Investigation…</source>
        <translation>&amp;Oublier cette enquête…</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Masquer ce message</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Disconnect from %1 and delete what was fetched from it, and its passwords in the keychain? Nothing is changed on the server.</source>
        <translation>Se déconnecter de %1, et supprimer ce qui en a été récupéré ainsi que ses mots de passe dans le trousseau&#x202f;? Rien n’est modifié sur le serveur.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>limier::Servers</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::SessionText</name>
    <message>
        <source>Waits for your answer</source>
        <translation>Attend votre réponse</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connexion…</translation>
    </message>
    <message numerus="yes">
        <source>Connecting for %n second(s) …</source>
        <translation>
            <numerusform>Connexion depuis %n seconde…</numerusform>
            <numerusform>Connexion depuis %n secondes…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Fetching the logs …</source>
        <translation>Récupération des journaux…</translation>
    </message>
    <message>
        <source>Fetching: %1</source>
        <translation>Récupération&#xa0;: %1</translation>
    </message>
    <message>
        <source>Live: new lines come as they are written</source>
        <translation>En direct&#xa0;: les nouvelles lignes arrivent dès qu’elles sont écrites</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Connection lost; waits for your answer</source>
        <translation>Connexion perdue&#x202f;; attend votre réponse</translation>
    </message>
    <message numerus="yes">
        <source>Connection lost %n second(s) ago; trying again by itself …</source>
        <translation>
            <numerusform>Connexion perdue il y a %n seconde&#x202f;; nouvel essai automatique…</numerusform>
            <numerusform>Connexion perdue il y a %n secondes&#x202f;; nouvel essai automatique…</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the server …</source>
        <translation>Examen du serveur…</translation>
    </message>
    <message>
        <source>Paused: new lines wait on the server</source>
        <translation>En pause&#xa0;: les nouvelles lignes attendent sur le serveur</translation>
    </message>
    <message>
        <source>Fetched whole</source>
        <translation>Tout est récupéré</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Failed; what was fetched is shown</source>
        <translation>Échec&#x202f;; ce qui a été récupéré est affiché</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Stopped; what was fetched is shown</source>
        <translation>Arrêté&#x202f;; ce qui a été récupéré est affiché</translation>
    </message>
</context>
<context>
    <name>limier::SetAsideBar</name>
    <message>
        <source>Why is it harmless on this server?</source>
        <translation>Pourquoi est-ce sans danger sur ce serveur&#x202f;?</translation>
    </message>
    <message>
        <source>Monthly newsletter, scanner…</source>
        <translation>Lettre mensuelle, scanner…</translation>
    </message>
    <message>
        <source>Set Aside</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>limier::ShareBar</name>
    <message>
        <source>%1: %2</source>
        <comment>name, figure</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>status, share</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>limier::SignalRow</name>
    <message>
        <source>strong</source>
        <comment>a sign</comment>
        <translation>fort</translation>
    </message>
    <message>
        <source>medium</source>
        <comment>a sign</comment>
        <translation>moyen</translation>
    </message>
    <message>
        <source>weak</source>
        <comment>a sign</comment>
        <translation>faible</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, ligne %2</translation>
    </message>
</context>
<context>
    <name>limier::SourceBar</name>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 ligne</numerusform>
            <numerusform>%1 lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Partial: still reading</source>
        <translation>Partiel&#xa0;: lecture en cours</translation>
    </message>
    <message>
        <source>Partial: reading was stopped</source>
        <translation>Partiel&#xa0;: lecture interrompue</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop reading; what was read is kept</source>
        <translation>Arrêter la lecture&#x202f;; ce qui est lu est conservé</translation>
    </message>
    <message>
        <source>How much was read</source>
        <translation>Avancement de la lecture</translation>
    </message>
    <message>
        <source>Partial: still fetching</source>
        <translation>Partiel&#xa0;: récupération en cours</translation>
    </message>
    <message>
        <source>Add a Server…</source>
        <translation>Ajouter un serveur…</translation>
    </message>
    <message>
        <source>One more server: the logs of all are read together</source>
        <translation>Un serveur de plus&#xa0;: leurs journaux sont lus ensemble</translation>
    </message>
</context>
<context>
    <name>limier::StackedTimeChart</name>
    <message>
        <source>Nothing</source>
        <comment>was sent then</comment>
        <translation>Rien</translation>
    </message>
</context>
<context>
    <name>limier::StartPage</name>
    <message>
        <source>Back to %1</source>
        <translation>Revenir à %1</translation>
    </message>
    <message>
        <source>Let go to open</source>
        <translation>Relâchez pour ouvrir</translation>
    </message>
    <message>
        <source>Or drop files or folders anywhere in this window.</source>
        <translation>Ou déposez des fichiers ou des dossiers n’importe où dans cette fenêtre.</translation>
    </message>
    <message>
        <source>Who sends spam through this mail server, from where, and since when?</source>
        <translation>Qui envoie du spam par ce serveur de messagerie, d’où, et depuis quand&#x202f;?</translation>
    </message>
    <message>
        <source>Open Files</source>
        <translation>Ouvrir des fichiers</translation>
    </message>
    <message>
        <source>Mail logs, plain or compressed, archives, journals</source>
        <translation>Journaux de messagerie, compressés ou non, archives, journald</translation>
    </message>
    <message>
        <source>Open a Folder</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>All mail logs in it, like /var/log</source>
        <translation>Tous ses journaux de messagerie, comme /var/log</translation>
    </message>
    <message>
        <source>Sample Incident</source>
        <translation>Incident d’exemple</translation>
    </message>
    <message>
        <source>A stolen login sends spam: look around</source>
        <translation>Un identifiant volé envoie du spam&#xa0;: explorez</translation>
    </message>
    <message>
        <source>Recent Investigations</source>
        <translation>Enquêtes récentes</translation>
    </message>
    <message>
        <source>What you open is listed here, so that you find it again.</source>
        <translation>Ce que vous ouvrez apparaît ici, pour que vous le retrouviez.</translation>
    </message>
    <message>
        <source>Delete what was fetched from %1, and its passwords in the keychain? Nothing is changed on the server.</source>
        <translation>Supprimer ce qui a été récupéré de %1, ainsi que ses mots de passe dans le trousseau&#x202f;? Rien n’est modifié sur le serveur.</translation>
    </message>
    <message>
        <source>Connect to a Server</source>
        <translation>Se connecter à un serveur</translation>
    </message>
    <message>
        <source>Over SSH: the newest lines first, then live</source>
        <translation>Par SSH&#xa0;: les lignes les plus récentes d’abord, puis en direct</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>limier::StatusCard</name>
    <message>
        <source>What became of it</source>
        <translation>Ce que c’est devenu</translation>
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
        <source>Queued, not tried yet</source>
        <translation>En file, pas encore essayés</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln destinataire</numerusform>
            <numerusform>%Ln destinataires</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>status, share</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>limier::SuspectCard</name>
    <message>
        <source>%1 · %2</source>
        <comment>severity and kind</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open; Escape closes it</source>
        <translation>Ouvert&#x202f;; Échap le referme</translation>
    </message>
    <message>
        <source>Return opens it</source>
        <translation>Entrée l’ouvre</translation>
    </message>
</context>
<context>
    <name>limier::SuspectDetail</name>
    <message>
        <source>What happened</source>
        <translation>Déroulement</translation>
    </message>
    <message>
        <source>Show Only This</source>
        <translation>Ne montrer que cela</translation>
    </message>
    <message>
        <source>Show Lines</source>
        <translation>Montrer les lignes</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Set Aside as Known…</source>
        <translation>Écarter comme connu…</translation>
    </message>
    <message>
        <source>Speaks for it</source>
        <translation>Ce qui l’accuse</translation>
    </message>
    <message>
        <source>Speaks against it</source>
        <translation>Ce qui le disculpe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reached</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln atteint</numerusform>
            <numerusform>%Ln atteints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bounced</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln retourné</numerusform>
            <numerusform>%Ln retournés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deferred</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln différé</numerusform>
            <numerusform>%Ln différés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln expiré</numerusform>
            <numerusform>%Ln expirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still queued</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln encore en file</numerusform>
            <numerusform>%Ln encore en file</numerusform>
        </translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>Addresses used</source>
        <translation>Adresses utilisées</translation>
    </message>
    <message>
        <source>Users tried</source>
        <translation>Utilisateurs essayés</translation>
    </message>
    <message>
        <source>Logins used</source>
        <translation>Identifiants utilisés</translation>
    </message>
</context>
<context>
    <name>limier::SuspectsPane</name>
    <message>
        <source>Suspects</source>
        <translation>Suspects</translation>
    </message>
    <message numerus="yes">
        <source>Suspects (%Ln)</source>
        <translation>
            <numerusform>Suspects (%Ln)</numerusform>
            <numerusform>Suspects (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Still reading: this may change.</source>
        <translation>Lecture en cours&#xa0;: cela peut changer.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <comment>suspects</comment>
        <translation>
            <numerusform>En afficher %Ln de plus</numerusform>
            <numerusform>En afficher %Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for suspects…</source>
        <translation>Recherche de suspects…</translation>
    </message>
    <message>
        <source>Nothing but what is known.</source>
        <translation>Rien d’autre que ce qui est connu.</translation>
    </message>
    <message>
        <source>Nothing suspicious found.</source>
        <translation>Rien de suspect n’a été trouvé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <comment>checked</comment>
        <translation>
            <numerusform>%Ln compte</numerusform>
            <numerusform>%Ln comptes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <comment>checked</comment>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <comment>checked</comment>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed login(s)</source>
        <comment>checked</comment>
        <translation>
            <numerusform>%Ln échec de connexion</numerusform>
            <numerusform>%Ln échecs de connexion</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked: %1</source>
        <translation>Examiné&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>limier::TableColumn</name>
    <message>
        <source>Deliveries that another server or a mailbox took</source>
        <translation>Remises acceptées par un autre serveur ou une boîte</translation>
    </message>
    <message>
        <source>Deliveries that failed for now and are tried again</source>
        <translation>Remises échouées pour l’instant, qui seront réessayées</translation>
    </message>
    <message>
        <source>Deliveries that failed for good</source>
        <translation>Remises définitivement échouées</translation>
    </message>
    <message>
        <source>Deliveries that were given up after too long a time in the queue</source>
        <translation>Remises abandonnées après trop de temps dans la file</translation>
    </message>
    <message>
        <source>Recipients whose delivery is not final yet</source>
        <translation>Destinataires dont la remise n’est pas encore définitive</translation>
    </message>
    <message>
        <source>Each mail once, also where it passes a content filter</source>
        <translation>Chaque message une fois, même s’il passe par un filtre de contenu</translation>
    </message>
    <message>
        <source>Recipients of these messages; a mail that is tried again counts once</source>
        <translation>Destinataires de ces messages&#x202f;; un message réessayé compte une fois</translation>
    </message>
    <message>
        <source>Logins that failed</source>
        <translation>Authentifications échouées</translation>
    </message>
    <message>
        <source>The /24 of an IPv4 address, the /64 of an IPv6 address</source>
        <translation>Le /24 d’une adresse IPv4, le /64 d’une adresse IPv6</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Login name, exactly as it was logged</source>
        <translation>Identifiant, exactement comme dans le journal</translation>
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
        <source>Queued</source>
        <translation>En file</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Different IP addresses it sent from</source>
        <translation>Adresses IP différentes d’où il a envoyé</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Expéditeurs</translation>
    </message>
    <message>
        <source>Different envelope senders it used</source>
        <translation>Expéditeurs d’enveloppe différents qu’il a utilisés</translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation>Échecs d’auth.</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Premier</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Premier message</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Dernier message</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Host name, as Postfix found it</source>
        <translation>Nom d’hôte, tel que Postfix l’a trouvé</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Authenticated</source>
        <translation>Authentifiés</translation>
    </message>
    <message>
        <source>Messages handed in by a user who had logged in</source>
        <translation>Messages déposés par un utilisateur authentifié</translation>
    </message>
    <message>
        <source>Unauthenticated</source>
        <translation>Non authentifiés</translation>
    </message>
    <message>
        <source>Messages handed in without a login</source>
        <translation>Messages déposés sans authentification</translation>
    </message>
    <message>
        <source>Relayed</source>
        <translation>Relayés</translation>
    </message>
    <message>
        <source>Messages handed in without a login and passed on to another server</source>
        <translation>Messages déposés sans authentification et transmis à un autre serveur</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetés</translation>
    </message>
    <message>
        <source>Recipients, commands and messages that were refused</source>
        <translation>Destinataires, commandes et messages refusés</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Different users who sent from there</source>
        <translation>Utilisateurs différents qui ont envoyé de là</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Envelope sender; &lt;&gt; is that of bounces and notifications</source>
        <translation>Expéditeur d’enveloppe&#x202f;; &lt;&gt; est celui des retours et notifications</translation>
    </message>
    <message>
        <source>Different users who sent with this address</source>
        <translation>Utilisateurs différents qui ont envoyé avec cette adresse</translation>
    </message>
    <message>
        <source>Different IP addresses it was sent from</source>
        <translation>Adresses IP différentes d’où elle a servi</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Queue ID</source>
        <translation>ID de file</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Client name</source>
        <translation>Nom du client</translation>
    </message>
    <message>
        <source>First recipient</source>
        <translation>Premier destinataire</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Last known state of the deliveries, after all hops</source>
        <translation>Dernier état connu des remises, après toutes les étapes</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>The server whose log names the message</source>
        <translation>Le serveur dont le journal nomme le message</translation>
    </message>
    <message>
        <source>Login name; empty where the log does not name it</source>
        <translation>Identifiant&#x202f;; vide si le journal ne le nomme pas</translation>
    </message>
    <message>
        <source>Successes</source>
        <translation>Succès</translation>
    </message>
    <message>
        <source>Messages handed in after a login</source>
        <translation>Messages déposés après authentification</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>First failure</source>
        <translation>Premier échec</translation>
    </message>
    <message>
        <source>First success</source>
        <translation>Premier succès</translation>
    </message>
    <message>
        <source>Last of both</source>
        <translation>Dernier des deux</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>How often the line stands for it (&quot;message repeated&quot;)</source>
        <translation>Combien de fois la ligne vaut («&#xa0;message repeated&#xa0;»)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>What the server answered, without its variable parts</source>
        <translation>Ce que le serveur a répondu, sans les parties variables</translation>
    </message>
    <message>
        <source>The server that was logged in to</source>
        <translation>Le serveur auquel on s’est connecté</translation>
    </message>
    <message>
        <source>The server that refused it</source>
        <translation>Le serveur qui l’a refusé</translation>
    </message>
</context>
<context>
    <name>limier::TableHeader</name>
    <message>
        <source>Default Columns</source>
        <translation>Colonnes d’origine</translation>
    </message>
</context>
<context>
    <name>limier::TablePage</name>
    <message>
        <source>%1 of %2</source>
        <comment>rows that are shown, of all</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 jusqu’ici</translation>
    </message>
    <message>
        <source>No row has &quot;%1&quot; in it.</source>
        <translation>Aucune ligne ne contient «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Export Table</source>
        <translation>Exporter le tableau</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Tableaux CSV (*.csv)</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <source>Shows only rows that have all these words in their texts (%1)</source>
        <translation>Ne montre que les lignes dont les textes contiennent tous ces mots (%1)</translation>
    </message>
    <message>
        <source>Filter of the table</source>
        <translation>Filtre du tableau</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>Choisir les colonnes affichées</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
    <message>
        <source>Write the rows and columns that are shown to a file for a spreadsheet</source>
        <translation>Écrire les lignes et colonnes affichées dans un fichier pour tableur</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>this server, uid %1</source>
        <translation>ce serveur, uid %1</translation>
    </message>
</context>
<context>
    <name>limier::TableTexts</name>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Expéditeurs</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Rejections</source>
        <translation>Rejets</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln utilisateur</numerusform>
            <numerusform>%Ln utilisateurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sender(s)</source>
        <translation>
            <numerusform>%Ln expéditeur</numerusform>
            <numerusform>%Ln expéditeurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln login(s)</source>
        <translation>
            <numerusform>%Ln connexion</numerusform>
            <numerusform>%Ln connexions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejection(s)</source>
        <translation>
            <numerusform>%Ln rejet</numerusform>
            <numerusform>%Ln rejets</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here passes the filter. Remove a part of it, or go back a step.</source>
        <translation>Rien ici ne passe le filtre. Retirez-en une partie, ou revenez d’un pas.</translation>
    </message>
    <message>
        <source>In this log nobody logged in to send mail.</source>
        <translation>Dans ce journal, personne ne s’est authentifié pour envoyer.</translation>
    </message>
    <message>
        <source>In this log no client handed in mail.</source>
        <translation>Dans ce journal, aucun client n’a déposé de message.</translation>
    </message>
    <message>
        <source>In this log no message has a sender.</source>
        <translation>Dans ce journal, aucun message n’a d’expéditeur.</translation>
    </message>
    <message>
        <source>In this log there is no message.</source>
        <translation>Il n’y a aucun message dans ce journal.</translation>
    </message>
    <message>
        <source>In this log nobody logged in or tried to.</source>
        <translation>Dans ce journal, personne ne s’est authentifié ni n’a essayé.</translation>
    </message>
    <message>
        <source>In this log nothing was rejected.</source>
        <translation>Dans ce journal, rien n’a été rejeté.</translation>
    </message>
    <message>
        <source>Only this user: %1</source>
        <translation>Seulement cet utilisateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Only this client: %1</source>
        <translation>Seulement ce client&#xa0;: %1</translation>
    </message>
    <message>
        <source>Only this network: %1</source>
        <translation>Seulement ce réseau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Only this sender: %1</source>
        <translation>Seulement cet expéditeur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Only this recipient: %1</source>
        <translation>Seulement ce destinataire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Only this host: %1</source>
        <translation>Seulement cet hôte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Without this user: %1</source>
        <translation>Sans cet utilisateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Without this client: %1</source>
        <translation>Sans ce client&#xa0;: %1</translation>
    </message>
    <message>
        <source>Without this network: %1</source>
        <translation>Sans ce réseau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Without this sender: %1</source>
        <translation>Sans cet expéditeur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Without this recipient: %1</source>
        <translation>Sans ce destinataire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Without this host: %1</source>
        <translation>Sans cet hôte&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>limier::TermButtons</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln de plus</numerusform>
            <numerusform>et %Ln de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::TermMenu</name>
    <message>
        <source>Only %1</source>
        <translation>Seulement %1</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>Sans %1</translation>
    </message>
    <message>
        <source>Show the lines of %1</source>
        <translation>Montrer les lignes de %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copier %1</translation>
    </message>
</context>
<context>
    <name>limier::TimeScale</name>
    <message>
        <source>d MMM</source>
        <comment>a day on a time axis</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>a month on a time axis</comment>
        <translation>MMM yyyy</translation>
    </message>
</context>
<context>
    <name>limier::Timeline</name>
    <message>
        <source>Sent</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>Deliveries that another server or a mailbox took</source>
        <translation>Remises acceptées par un autre serveur ou une boîte</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>Différés</translation>
    </message>
    <message>
        <source>Deliveries that are to be tried again</source>
        <translation>Remises qui seront réessayées</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Retournés</translation>
    </message>
    <message>
        <source>Deliveries that failed for good, expired ones too</source>
        <translation>Remises définitivement échouées, expirées comprises</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetés</translation>
    </message>
    <message>
        <source>What this server refused to take</source>
        <translation>Ce que ce serveur a refusé de prendre</translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation>Échecs d’auth.</translation>
    </message>
    <message>
        <source>Attempts to log in that failed</source>
        <translation>Tentatives d’authentification échouées</translation>
    </message>
    <message>
        <source>One step: %1</source>
        <translation>Un pas&#xa0;: %1</translation>
    </message>
    <message>
        <source>No mail passes the filter.</source>
        <translation>Aucun message ne passe le filtre.</translation>
    </message>
    <message>
        <source>Still loading …</source>
        <translation>Chargement en cours…</translation>
    </message>
    <message>
        <source>Loading was stopped: not all is shown</source>
        <translation>Chargement interrompu&#xa0;: tout n’est pas affiché</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>span of time, its length</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Range of time</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Drag here to choose a range of time, or pull its ends and its middle. The wheel and the keys + and − zoom, the arrow keys move, with Shift they resize; a double click, Home or Esc shows all.</source>
        <translation>Glissez ici pour choisir une période, ou tirez ses bouts et son milieu. La molette et les touches + et − zooment, les flèches déplacent, avec Maj elles redimensionnent&#x202f;; un double clic, Origine ou Échap montre tout.</translation>
    </message>
    <message>
        <source>What happened over time</source>
        <translation>Ce qui s’est passé au fil du temps</translation>
    </message>
</context>
<context>
    <name>limier::TransfersModel</name>
    <message>
        <source>Command run</source>
        <translation>Commande lancée</translation>
    </message>
    <message>
        <source>Log fetched</source>
        <translation>Journal récupéré</translation>
    </message>
    <message>
        <source>Log in the cache</source>
        <translation>Journal en cache</translation>
    </message>
    <message>
        <source>Log rotated</source>
        <translation>Rotation du journal</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Command or Log</source>
        <translation>Commande ou journal</translation>
    </message>
    <message>
        <source>From Byte</source>
        <translation>Depuis l’octet</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>On the Wire</source>
        <translation>Sur le réseau</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
</context>
<context>
    <name>limier::TransfersPage</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1.</source>
        <translation>
            <numerusform>%Ln ligne exportée dans %1.</numerusform>
            <numerusform>%Ln lignes exportées dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every command that was run on the servers, and every piece of a log that was fetched.</source>
        <translation>Chaque commande lancée sur les serveurs, et chaque morceau de journal récupéré.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>What was transferred</source>
        <translation>Ce qui a été transféré</translation>
    </message>
</context>
<context>
    <name>limier::WindowMenus</name>
    <message>
        <source>&amp;Open Files…</source>
        <translation>&amp;Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Open &amp;Sample Incident</source>
        <translation>Ouvrir l’&amp;incident d’exemple</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>&amp;Nouvelle fenêtre</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>&amp;Back to the Filter Before</source>
        <translation>Filtre &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Forward to the Next Filter</source>
        <translation>Filtre &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Whole Time of the Log</source>
        <translation>Toute la &amp;période du journal</translation>
    </message>
    <message>
        <source>&amp;Start Page</source>
        <translation>Page d’&amp;accueil</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Limier</source>
        <translation>À &amp;propos de Limier</translation>
    </message>
    <message>
        <source>Time &amp;Zone</source>
        <translation>&amp;Fuseau horaire</translation>
    </message>
    <message>
        <source>Time of the &amp;Server</source>
        <translation>Heure du &amp;serveur</translation>
    </message>
    <message>
        <source>Time of &amp;This Computer</source>
        <translation>Heure de cet &amp;ordinateur</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Count By</source>
        <translation>&amp;Compter par</translation>
    </message>
    <message>
        <source>&amp;Recipients</source>
        <translation>&amp;Destinataires</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Messages</translation>
    </message>
    <message>
        <source>&amp;Colors</source>
        <translation>C&amp;ouleurs</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Navigation</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Remove &amp;All Filters</source>
        <translation>&amp;Retirer tous les filtres</translation>
    </message>
    <message>
        <source>&amp;Connect to a Server…</source>
        <translation>Se &amp;connecter à un serveur…</translation>
    </message>
    <message>
        <source>&amp;Add a Server…</source>
        <translation>&amp;Ajouter un serveur…</translation>
    </message>
    <message>
        <source>C&amp;lose Window</source>
        <translation>F&amp;ermer la fenêtre</translation>
    </message>
    <message>
        <source>What Was &amp;Transferred</source>
        <translation>Ce qui a été &amp;transféré</translation>
    </message>
</context>
<context>
    <name>limier::ZoneButton</name>
    <message>
        <source>Time of the Server</source>
        <translation>Heure du serveur</translation>
    </message>
    <message>
        <source>Time of This Computer</source>
        <translation>Heure de cet ordinateur</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>This computer: %1</source>
        <translation>Cet ordinateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>In which zone times are shown</source>
        <translation>Fuseau dans lequel les heures sont affichées</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Fuseau horaire&#xa0;: %1</translation>
    </message>
</context>
</TS>
