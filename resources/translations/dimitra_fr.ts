<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dimitra Studio</source>
        <translation>À propos de Dimitra Studio</translation>
    </message>
    <message>
        <source>A portrait and a recording become a talking head: lips, expression and head pose.</source>
        <translation>Un portrait et un enregistrement deviennent une tête parlante&#xa0;: lèvres, expression et pose de la tête.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0. The licences of the weights and of the libraries are beside them.</source>
        <translation>Logiciel libre sous licence Apache 2.0. Les licences des poids et des bibliothèques les accompagnent.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Networks run on {device}</source>
        <translation>Les réseaux tournent sur {device}</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>&amp;Copier les versions</translation>
    </message>
    <message>
        <source>Copy what a report of an error needs</source>
        <translation>Copier ce qu’il faut pour signaler une erreur</translation>
    </message>
</context>
<context>
    <name>AdjustPopover</name>
    <message>
        <source>Zero</source>
        <translation>Zéro</translation>
    </message>
    <message>
        <source>The mean of the range</source>
        <translation>La moyenne de la plage</translation>
    </message>
    <message>
        <source>The value that stays where it is</source>
        <translation>La valeur qui reste en place</translation>
    </message>
    <message>
        <source> frames</source>
        <translation>&#xa0;images</translation>
    </message>
    <message>
        <source>How slowly the change comes in at the ends of the range</source>
        <translation>Douceur avec laquelle le changement s’installe aux bords de la plage</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Autour de</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>Amorti</translation>
    </message>
</context>
<context>
    <name>AdjustmentTable</name>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Scale {channels}</source>
        <translation>Mettre à l’échelle&#xa0;: {channels}</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Facteur</translation>
    </message>
    <message>
        <source>Make movements larger or smaller</source>
        <translation>Amplifier ou réduire les mouvements</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Décalage</translation>
    </message>
    <message>
        <source>Offset {channels}</source>
        <translation>Décaler&#xa0;: {channels}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Add a value to the whole range</source>
        <translation>Ajouter une valeur à toute la plage</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Lissage</translation>
    </message>
    <message>
        <source>Smooth {channels}</source>
        <translation>Lisser&#xa0;: {channels}</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Take out trembling that is faster than this many frames</source>
        <translation>Supprimer les tremblements plus courts que ce nombre d’images</translation>
    </message>
    <message>
        <source> frames</source>
        <translation>&#xa0;images</translation>
    </message>
    <message>
        <source>Simplify</source>
        <translation>Simplification</translation>
    </message>
    <message>
        <source>Simplify {channels} to {keys}</source>
        <translation>Simplifier&#xa0;: {channels} → {keys}</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolérance</translation>
    </message>
    <message>
        <source>Replace the curve by a smooth one through few keys, this near to it</source>
        <translation>Remplacer la courbe par une courbe lisse passant par quelques clés, à cet écart près</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>A portrait and a recording become a talking head, with curves that you can edit.
Correct the words, generate again what displeases, export video or curves.</source>
        <translation>Un portrait et un enregistrement deviennent une tête parlante, avec des courbes que vous pouvez retoucher.
Corrigez les mots, régénérez ce qui ne convient pas, exportez une vidéo ou des courbes.</translation>
    </message>
</context>
<context>
    <name>ChannelAmounts</name>
    <message>
        <source>There are no channels</source>
        <translation>Il n’y a pas de canal</translation>
    </message>
    <message>
        <source>Choose the channel of the empty row first</source>
        <translation>Choisissez d’abord le canal de la ligne vide</translation>
    </message>
    <message>
        <source>There are no more channels</source>
        <translation>Il n’y a plus d’autre canal</translation>
    </message>
</context>
<context>
    <name>ChannelChooser</name>
    <message>
        <source>Find a channel</source>
        <translation>Chercher un canal</translation>
    </message>
    <message>
        <source>Show only channels whose name has these letters</source>
        <translation>N’afficher que les canaux dont le nom contient ces lettres</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>The chosen channel is worked on; ticked ones are shown with it</source>
        <translation>Vous travaillez sur le canal choisi&#xa0;; les canaux cochés s’affichent avec lui</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Lèvres</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Pose</translation>
    </message>
    <message>
        <source>This component is locked</source>
        <translation>Cette composante est verrouillée</translation>
    </message>
    <message>
        <source>Was edited by hand</source>
        <translation>Retouché à la main</translation>
    </message>
</context>
<context>
    <name>ChannelFilter</name>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter channels</source>
        <translation>Filtrer les canaux</translation>
    </message>
    <message>
        <source>Part of a name, or a region: brows, eyes, jaw, mouth, cheeks, nose, tongue</source>
        <translation>Une partie du nom, ou une région en anglais&#xa0;: brows, eyes, jaw, mouth, cheeks, nose, tongue</translation>
    </message>
    <message>
        <source>Order of the channels</source>
        <translation>Ordre des canaux</translation>
    </message>
    <message>
        <source>Order of the channels in the open lists</source>
        <translation>Ordre des canaux dans les listes ouvertes</translation>
    </message>
</context>
<context>
    <name>ChannelList</name>
    <message>
        <source>Channels of {name}</source>
        <translation>Canaux&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Tout réafficher</translation>
    </message>
    <message>
        <source>Show {name} alone</source>
        <translation>Afficher {name} seul</translation>
    </message>
    <message>
        <source>Show all channels</source>
        <translation>Afficher tous les canaux</translation>
    </message>
</context>
<context>
    <name>ChannelModel</name>
    <message>
        <source>Beyond the limits of the rig</source>
        <translation>Au-delà des limites du rig</translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation>Retouché à la main</translation>
    </message>
</context>
<context>
    <name>ChannelOrder</name>
    <message>
        <source>Rig order</source>
        <translation>Ordre du rig</translation>
    </message>
    <message>
        <source>By region</source>
        <translation>Par région</translation>
    </message>
    <message>
        <source>Most movement</source>
        <translation>Mouvement</translation>
    </message>
    <message>
        <source>Active in view</source>
        <translation>Actifs à l’écran</translation>
    </message>
    <message>
        <source>Active at playhead</source>
        <translation>Actifs à la tête</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Sourcils</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Yeux</translation>
    </message>
    <message>
        <source>Jaw</source>
        <translation>Mâchoire</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Bouche</translation>
    </message>
    <message>
        <source>Cheeks</source>
        <translation>Joues</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nez</translation>
    </message>
    <message>
        <source>Tongue</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autres</translation>
    </message>
</context>
<context>
    <name>ClosingController</name>
    <message>
        <source>Jobs are running</source>
        <translation>Des tâches sont en cours</translation>
    </message>
    <message>
        <source>Stop the running jobs and close?</source>
        <translation>Arrêter les tâches en cours et fermer&#xa0;?</translation>
    </message>
    <message>
        <source>What they have not finished is lost.</source>
        <translation>Ce qu’elles n’ont pas terminé sera perdu.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Arrêter et fermer</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>&amp;Continuer à travailler</translation>
    </message>
</context>
<context>
    <name>CollapsibleSection</name>
    <message>
        <source>Fold this section</source>
        <translation>Replier cette section</translation>
    </message>
    <message>
        <source>Unfold this section</source>
        <translation>Déplier cette section</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tapez ce que vous voulez faire</translation>
    </message>
    <message>
        <source>A few letters are enough</source>
        <translation>Quelques lettres suffisent</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Commandes correspondantes</translation>
    </message>
    <message>
        <source>No command fits.</source>
        <translation>Aucune commande ne correspond.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Begin an empty project.</source>
        <translation>Commencer un projet vide.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Open a project.</source>
        <translation>Ouvrir un projet.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Ouvrir l’exemple</translation>
    </message>
    <message>
        <source>Open a finished clip to look around in.</source>
        <translation>Ouvrir un plan terminé pour le découvrir.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Write the project to its file.</source>
        <translation>Écrire le projet dans son fichier.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Write the project to another file.</source>
        <translation>Écrire le projet dans un autre fichier.</translation>
    </message>
    <message>
        <source>Choose a portrait…</source>
        <translation>Choisir un portrait…</translation>
    </message>
    <message>
        <source>Take a picture with one face as the portrait.</source>
        <translation>Prendre comme portrait une photo montrant un seul visage.</translation>
    </message>
    <message>
        <source>Choose a recording…</source>
        <translation>Choisir un enregistrement…</translation>
    </message>
    <message>
        <source>Take a recording of speech.</source>
        <translation>Prendre un enregistrement de parole.</translation>
    </message>
    <message>
        <source>Track a video…</source>
        <translation>Suivre une vidéo…</translation>
    </message>
    <message>
        <source>Turn the face of a video into a take.</source>
        <translation>Faire une prise du visage d’une vidéo.</translation>
    </message>
    <message>
        <source>Import a transcript…</source>
        <translation>Importer une transcription…</translation>
    </message>
    <message>
        <source>Read the words from a text, TextGrid, SRT, WebVTT or JSON file.</source>
        <translation>Lire les mots d’un fichier texte, TextGrid, SRT, WebVTT ou JSON.</translation>
    </message>
    <message>
        <source>Export the transcript…</source>
        <translation>Exporter la transcription…</translation>
    </message>
    <message>
        <source>Write the words and their times for other programs.</source>
        <translation>Écrire les mots et leurs temps pour d’autres logiciels.</translation>
    </message>
    <message>
        <source>Check the inputs</source>
        <translation>Vérifier les sources</translation>
    </message>
    <message>
        <source>Look at portrait, recording, transcript and machine, and say what could be better.</source>
        <translation>Examiner le portrait, l’enregistrement, la transcription et la machine, et dire ce qui pourrait être amélioré.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write a video, pictures or curves.</source>
        <translation>Écrire une vidéo, des images ou des courbes.</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Fermer le projet</translation>
    </message>
    <message>
        <source>Close the project and show the welcome page.</source>
        <translation>Fermer le projet et revenir à l’accueil.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Close the window.</source>
        <translation>Fermer la fenêtre.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Take the last step back.</source>
        <translation>Revenir sur la dernière action.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Do the step again that was taken back.</source>
        <translation>Refaire l’action annulée.</translation>
    </message>
    <message>
        <source>Copy the curve</source>
        <translation>Copier la courbe</translation>
    </message>
    <message>
        <source>Copy the chosen channel within the selection.</source>
        <translation>Copier le canal choisi dans la sélection.</translation>
    </message>
    <message>
        <source>Paste at the playhead</source>
        <translation>Coller à la tête de lecture</translation>
    </message>
    <message>
        <source>Put the copied curve down from the playhead on.</source>
        <translation>Poser la courbe copiée à partir de la tête de lecture.</translation>
    </message>
    <message>
        <source>Paste mirrored</source>
        <translation>Coller en miroir</translation>
    </message>
    <message>
        <source>Put the copied curve down on the other side of the face.</source>
        <translation>Poser la courbe copiée de l’autre côté du visage.</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Select the whole recording.</source>
        <translation>Sélectionner tout l’enregistrement.</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Tout désélectionner</translation>
    </message>
    <message>
        <source>Drop the selection.</source>
        <translation>Abandonner la sélection.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Language, look, autosave and device.</source>
        <translation>Langue, apparence, sauvegarde automatique et processeur.</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Lecture ou pause</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Play from the playhead, or stop there.</source>
        <translation>Lire à partir de la tête de lecture, ou s’y arrêter.</translation>
    </message>
    <message>
        <source>Play the selection</source>
        <translation>Lire la sélection</translation>
    </message>
    <message>
        <source>Play the selected range once.</source>
        <translation>Lire une fois la plage sélectionnée.</translation>
    </message>
    <message>
        <source>Play or pause while typing</source>
        <translation>Lecture ou pause pendant la saisie</translation>
    </message>
    <message>
        <source>As Space does, from within the transcript.</source>
        <translation>Comme la barre d’espace, depuis la transcription.</translation>
    </message>
    <message>
        <source>Shuttle backwards</source>
        <translation>Lecture arrière</translation>
    </message>
    <message>
        <source>Play backwards; again for twice and four times the speed.</source>
        <translation>Lire à l’envers&#xa0;; encore une fois pour doubler, puis quadrupler la vitesse.</translation>
    </message>
    <message>
        <source>Shuttle stop</source>
        <translation>Arrêt de la lecture</translation>
    </message>
    <message>
        <source>Stop; held down, J and L go frame by frame.</source>
        <translation>Arrêter&#xa0;; touche maintenue, J et L avancent image par image.</translation>
    </message>
    <message>
        <source>Shuttle forwards</source>
        <translation>Lecture avant</translation>
    </message>
    <message>
        <source>Play; again for twice and four times the speed.</source>
        <translation>Lire&#xa0;; encore une fois pour doubler, puis quadrupler la vitesse.</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Go one frame back.</source>
        <translation>Reculer d’une image.</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Go one frame on.</source>
        <translation>Avancer d’une image.</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Dix images en arrière</translation>
    </message>
    <message>
        <source>Go ten frames back.</source>
        <translation>Reculer de dix images.</translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation>Dix images en avant</translation>
    </message>
    <message>
        <source>Go ten frames on.</source>
        <translation>Avancer de dix images.</translation>
    </message>
    <message>
        <source>Go to the start</source>
        <translation>Aller au début</translation>
    </message>
    <message>
        <source>Put the playhead at the start.</source>
        <translation>Placer la tête de lecture au début.</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Aller à la fin</translation>
    </message>
    <message>
        <source>Put the playhead at the end.</source>
        <translation>Placer la tête de lecture à la fin.</translation>
    </message>
    <message>
        <source>Previous word or marker</source>
        <translation>Mot ou marqueur précédent</translation>
    </message>
    <message>
        <source>Go to the word or marker before the playhead.</source>
        <translation>Aller au mot ou marqueur qui précède la tête de lecture.</translation>
    </message>
    <message>
        <source>Next word or marker</source>
        <translation>Mot ou marqueur suivant</translation>
    </message>
    <message>
        <source>Go to the word or marker after the playhead.</source>
        <translation>Aller au mot ou marqueur qui suit la tête de lecture.</translation>
    </message>
    <message>
        <source>Range in</source>
        <translation>Point d’entrée</translation>
    </message>
    <message>
        <source>Let the selection begin at the playhead.</source>
        <translation>Faire commencer la sélection à la tête de lecture.</translation>
    </message>
    <message>
        <source>Range out</source>
        <translation>Point de sortie</translation>
    </message>
    <message>
        <source>Let the selection end at the playhead.</source>
        <translation>Faire finir la sélection à la tête de lecture.</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Lire en boucle</translation>
    </message>
    <message>
        <source>Play the selection, or everything, again and again.</source>
        <translation>Lire en boucle la sélection, ou le tout.</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Couper le son</translation>
    </message>
    <message>
        <source>Play without sound.</source>
        <translation>Lire sans le son.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ligne de temps</translation>
    </message>
    <message>
        <source>Show the whole recording.</source>
        <translation>Afficher tout l’enregistrement.</translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation>Afficher la sélection</translation>
    </message>
    <message>
        <source>Fill the timeline with the selection.</source>
        <translation>Cadrer la ligne de temps sur la sélection.</translation>
    </message>
    <message>
        <source>Zoom back</source>
        <translation>Zoom précédent</translation>
    </message>
    <message>
        <source>Go back to what the timeline showed before.</source>
        <translation>Revenir à ce que la ligne de temps montrait avant.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Show less of the time, larger.</source>
        <translation>Montrer moins de temps, en plus grand.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Show more of the time, smaller.</source>
        <translation>Montrer plus de temps, en plus petit.</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spectrogramme</translation>
    </message>
    <message>
        <source>Show the sounds by pitch below the waveform.</source>
        <translation>Afficher les sons par hauteur sous la forme d’onde.</translation>
    </message>
    <message>
        <source>Follow the playhead</source>
        <translation>Suivre la tête de lecture</translation>
    </message>
    <message>
        <source>Scroll along while playing.</source>
        <translation>Faire défiler pendant la lecture.</translation>
    </message>
    <message>
        <source>Find a channel</source>
        <translation>Chercher un canal</translation>
    </message>
    <message>
        <source>Type part of a channel&apos;s name.</source>
        <translation>Taper une partie du nom d’un canal.</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Déplier tous les groupes</translation>
    </message>
    <message>
        <source>Show the channels of every group.</source>
        <translation>Afficher les canaux de chaque groupe.</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Replier tous les groupes</translation>
    </message>
    <message>
        <source>Hide the channels of every group.</source>
        <translation>Masquer les canaux de chaque groupe.</translation>
    </message>
    <message>
        <source>Add a marker</source>
        <translation>Ajouter un marqueur</translation>
    </message>
    <message>
        <source>Put a marker at the playhead.</source>
        <translation>Poser un marqueur à la tête de lecture.</translation>
    </message>
    <message>
        <source>Select keys</source>
        <translation>Sélectionner des clés</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Drag keys, or a box around them.</source>
        <translation>Faire glisser des clés, ou les encadrer.</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>Draw the curve by hand.</source>
        <translation>Dessiner la courbe à la main.</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Ajouter une clé</translation>
    </message>
    <message>
        <source>Hold the chosen curve where it is at the playhead.</source>
        <translation>Fixer la courbe choisie là où elle est à la tête de lecture.</translation>
    </message>
    <message>
        <source>Delete the keys</source>
        <translation>Supprimer les clés</translation>
    </message>
    <message>
        <source>Let the curve run free of the selected keys.</source>
        <translation>Libérer la courbe des clés sélectionnées.</translation>
    </message>
    <message>
        <source>Select all keys</source>
        <translation>Sélectionner toutes les clés</translation>
    </message>
    <message>
        <source>Select every key of the chosen curve.</source>
        <translation>Sélectionner toutes les clés de la courbe choisie.</translation>
    </message>
    <message>
        <source>Previous key</source>
        <translation>Clé précédente</translation>
    </message>
    <message>
        <source>Go to the key before the playhead.</source>
        <translation>Aller à la clé qui précède la tête de lecture.</translation>
    </message>
    <message>
        <source>Next key</source>
        <translation>Clé suivante</translation>
    </message>
    <message>
        <source>Go to the key after the playhead.</source>
        <translation>Aller à la clé qui suit la tête de lecture.</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Lisser</translation>
    </message>
    <message>
        <source>Take the trembling out of the curve within the selection.</source>
        <translation>Supprimer les tremblements de la courbe dans la sélection.</translation>
    </message>
    <message>
        <source>Simplify to keys</source>
        <translation>Simplifier en clés</translation>
    </message>
    <message>
        <source>Describe the curve within the selection by few keys.</source>
        <translation>Décrire la courbe par quelques clés dans la sélection.</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Inverser gauche et droite</translation>
    </message>
    <message>
        <source>Swap the sides of the face within the selection.</source>
        <translation>Échanger les côtés du visage dans la sélection.</translation>
    </message>
    <message>
        <source>Reset to generated</source>
        <translation>Revenir au généré</translation>
    </message>
    <message>
        <source>Drop what was set by hand within the selection.</source>
        <translation>Abandonner les retouches à la main dans la sélection.</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Let generation give back these frames unchanged.</source>
        <translation>Faire en sorte que la génération rende ces images inchangées.</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Leave these frames to generation again.</source>
        <translation>Laisser de nouveau ces images à la génération.</translation>
    </message>
    <message>
        <source>Bake the edits into a take</source>
        <translation>Figer les retouches dans une prise</translation>
    </message>
    <message>
        <source>Make a take of what is shown, with all that was set by hand.</source>
        <translation>Faire une prise de ce qui est affiché, retouches à la main comprises.</translation>
    </message>
    <message>
        <source>Draft from the sound</source>
        <translation>Ébauche d’après le son</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Write down what a recogniser hears, to be corrected.</source>
        <translation>Noter ce qu’entend un moteur de reconnaissance, à corriger ensuite.</translation>
    </message>
    <message>
        <source>Align the words</source>
        <translation>Aligner les mots</translation>
    </message>
    <message>
        <source>Find again when each word is said.</source>
        <translation>Retrouver à quel moment chaque mot est dit.</translation>
    </message>
    <message>
        <source>Go to the transcript</source>
        <translation>Aller à la transcription</translation>
    </message>
    <message>
        <source>Put the cursor into the text.</source>
        <translation>Placer le curseur dans le texte.</translation>
    </message>
    <message>
        <source>Next doubtful word</source>
        <translation>Mot douteux suivant</translation>
    </message>
    <message>
        <source>Go to the next word that was hardly heard.</source>
        <translation>Aller au prochain mot mal entendu.</translation>
    </message>
    <message>
        <source>Previous doubtful word</source>
        <translation>Mot douteux précédent</translation>
    </message>
    <message>
        <source>Go to the word before that was hardly heard.</source>
        <translation>Aller au mot mal entendu précédent.</translation>
    </message>
    <message>
        <source>Back to the timeline</source>
        <translation>Retour à la ligne de temps</translation>
    </message>
    <message>
        <source>Leave the text and give the keys back to the timeline.</source>
        <translation>Quitter le texte et rendre le clavier à la ligne de temps.</translation>
    </message>
    <message>
        <source>Generate everything</source>
        <translation>Tout générer</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Générer</translation>
    </message>
    <message>
        <source>Make a new take of the whole recording.</source>
        <translation>Faire une nouvelle prise de tout l’enregistrement.</translation>
    </message>
    <message>
        <source>Regenerate the selection</source>
        <translation>Régénérer la sélection</translation>
    </message>
    <message>
        <source>Make a new take that differs within the selection alone.</source>
        <translation>Faire une nouvelle prise qui ne change que dans la sélection.</translation>
    </message>
    <message>
        <source>Regenerate changed segments</source>
        <translation>Régénérer les segments modifiés</translation>
    </message>
    <message>
        <source>Make a new take where words were changed.</source>
        <translation>Faire une nouvelle prise là où des mots ont changé.</translation>
    </message>
    <message>
        <source>Cancel all jobs</source>
        <translation>Annuler toutes les tâches</translation>
    </message>
    <message>
        <source>Stop what is being done; nothing is changed.</source>
        <translation>Arrêter ce qui est en cours&#xa0;; rien n’est modifié.</translation>
    </message>
    <message>
        <source>Lock the lips</source>
        <translation>Verrouiller les lèvres</translation>
    </message>
    <message>
        <source>Keep generation and edits away from the lips.</source>
        <translation>Protéger les lèvres de la génération et des retouches.</translation>
    </message>
    <message>
        <source>Lock the expression</source>
        <translation>Verrouiller l’expression</translation>
    </message>
    <message>
        <source>Keep generation and edits away from the expression.</source>
        <translation>Protéger l’expression de la génération et des retouches.</translation>
    </message>
    <message>
        <source>Lock the head pose</source>
        <translation>Verrouiller la pose de la tête</translation>
    </message>
    <message>
        <source>Keep generation and edits away from the head pose.</source>
        <translation>Protéger la pose de la tête de la génération et des retouches.</translation>
    </message>
    <message>
        <source>Show take B</source>
        <translation>Afficher la prise&#xa0;B</translation>
    </message>
    <message>
        <source>Change between the project and the take that it is compared with.</source>
        <translation>Passer du projet à la prise à laquelle il est comparé.</translation>
    </message>
    <message>
        <source>Use take B in the selection</source>
        <translation>Utiliser la prise&#xa0;B dans la sélection</translation>
    </message>
    <message>
        <source>Show the selection from the take that is compared.</source>
        <translation>Montrer dans la sélection la prise comparée.</translation>
    </message>
    <message>
        <source>Portrait alone</source>
        <translation>Portrait seul</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Show the talking portrait.</source>
        <translation>Afficher le portrait parlant.</translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation>Maillage seul</translation>
    </message>
    <message>
        <source>Show the 3D head.</source>
        <translation>Afficher la tête 3D.</translation>
    </message>
    <message>
        <source>Portrait and mesh</source>
        <translation>Portrait et maillage</translation>
    </message>
    <message>
        <source>Show both side by side.</source>
        <translation>Afficher les deux côte à côte.</translation>
    </message>
    <message>
        <source>Mesh from the front</source>
        <translation>Maillage de face</translation>
    </message>
    <message>
        <source>Look at the 3D head from the front.</source>
        <translation>Regarder la tête 3D de face.</translation>
    </message>
    <message>
        <source>Mesh from the left</source>
        <translation>Maillage de gauche</translation>
    </message>
    <message>
        <source>Look at the 3D head&apos;s left side.</source>
        <translation>Regarder le côté gauche de la tête 3D.</translation>
    </message>
    <message>
        <source>Mesh from the right</source>
        <translation>Maillage de droite</translation>
    </message>
    <message>
        <source>Look at the 3D head&apos;s right side.</source>
        <translation>Regarder le côté droit de la tête 3D.</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Réinitialiser la vue</translation>
    </message>
    <message>
        <source>Put camera and zoom of the preview back.</source>
        <translation>Remettre en place la caméra et le zoom de l’aperçu.</translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation>Fil de fer</translation>
    </message>
    <message>
        <source>Show the edges of the mesh.</source>
        <translation>Afficher les arêtes du maillage.</translation>
    </message>
    <message>
        <source>Change the texture</source>
        <translation>Changer de texture</translation>
    </message>
    <message>
        <source>Go through shaded, skin and portrait.</source>
        <translation>Passer de l’ombrage à la peau, puis au portrait.</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Points de repère</translation>
    </message>
    <message>
        <source>Show the landmarks over the face.</source>
        <translation>Afficher les points de repère sur le visage.</translation>
    </message>
    <message>
        <source>Workspace: inspect</source>
        <translation>Espace de travail&#xa0;: inspection</translation>
    </message>
    <message>
        <source>Arrange the panels for looking at curves.</source>
        <translation>Disposer les panneaux pour étudier les courbes.</translation>
    </message>
    <message>
        <source>Workspace: transcript</source>
        <translation>Espace de travail&#xa0;: transcription</translation>
    </message>
    <message>
        <source>Arrange the panels for working on the words.</source>
        <translation>Disposer les panneaux pour travailler sur les mots.</translation>
    </message>
    <message>
        <source>Workspace: export</source>
        <translation>Espace de travail&#xa0;: export</translation>
    </message>
    <message>
        <source>Arrange the panels for looking at the picture.</source>
        <translation>Disposer les panneaux pour regarder l’image.</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Réinitialiser la disposition</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first.</source>
        <translation>Remettre tous les panneaux à leur place d’origine.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Fill the screen.</source>
        <translation>Occuper tout l’écran.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Type what you want to do.</source>
        <translation>Tapez ce que vous voulez faire.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>List every command with its keys.</source>
        <translation>Lister toutes les commandes avec leurs touches.</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Ouvrir le dossier du journal</translation>
    </message>
    <message>
        <source>Show the files that errors are written to.</source>
        <translation>Afficher les fichiers où les erreurs sont notées.</translation>
    </message>
    <message>
        <source>About Dimitra Studio</source>
        <translation>À propos de Dimitra Studio</translation>
    </message>
    <message>
        <source>Version, licences and what runs beneath.</source>
        <translation>Version, licences et composants utilisés.</translation>
    </message>
</context>
<context>
    <name>Components</name>
    <message>
        <source>Lips</source>
        <translation>Lèvres</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>Blinks</source>
        <translation>Clignements</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>H</source>
        <translation>T</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} et {last}</translation>
    </message>
</context>
<context>
    <name>CurveEditorView</name>
    <message>
        <source>Mirror {channels}</source>
        <translation>Inverser&#xa0;: {channels}</translation>
    </message>
    <message>
        <source>Paste into {channels}</source>
        <translation>Coller dans {channels}</translation>
    </message>
    <message>
        <source>Paste mirrored into {channels}</source>
        <translation>Coller en miroir dans {channels}</translation>
    </message>
    <message>
        <source>Delete {keys} of {channels}</source>
        <translation>Supprimer {keys}&#xa0;: {channels}</translation>
    </message>
    <message>
        <source>Add a key to {channels}</source>
        <translation>Ajouter une clé&#xa0;: {channels}</translation>
    </message>
    <message>
        <source>Frames {first} to {last}</source>
        <translation>Images&#xa0;{first} à {last}</translation>
    </message>
    <message>
        <source>{frames}, {count} keys</source>
        <translation>{frames}, clés&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>CurveSteps</name>
    <message>
        <source>{count} channels</source>
        <translation>{count}&#xa0;canaux</translation>
    </message>
    <message>
        <source>a key</source>
        <translation>une clé</translation>
    </message>
    <message>
        <source>{count} keys</source>
        <translation>{count}&#xa0;clés</translation>
    </message>
</context>
<context>
    <name>CurvesController</name>
    <message>
        <source>Reset to generated</source>
        <translation>Revenir au généré</translation>
    </message>
    <message>
        <source>Unpin frames</source>
        <translation>Désépingler des images</translation>
    </message>
    <message>
        <source>Pin the edited frames</source>
        <translation>Épingler les images retouchées</translation>
    </message>
    <message>
        <source>Pin frames</source>
        <translation>Épingler des images</translation>
    </message>
    <message>
        <source>Bake the edits</source>
        <translation>Figer les retouches</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>This project was never saved.</source>
        <translation>Ce projet n’a jamais été enregistré.</translation>
    </message>
    <message>
        <source>The saved file is gone or cannot be read.</source>
        <translation>Le fichier enregistré a disparu ou ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Nothing differs from the saved file.</source>
        <translation>Aucune différence avec le fichier enregistré.</translation>
    </message>
    <message>
        <source>The saved file is newer; keep both to compare them at leisure.</source>
        <translation>Le fichier enregistré est plus récent&#xa0;; gardez les deux pour les comparer à loisir.</translation>
    </message>
    <message>
        <source>Takes: {count}</source>
        <translation>Prises&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Words: {count}</source>
        <translation>Mots&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Curves edited by hand: {count}</source>
        <translation>Courbes retouchées à la main&#xa0;: {count}</translation>
    </message>
    <message>
        <source>More takes: {count}</source>
        <translation>Prises en plus&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Takes removed: {count}</source>
        <translation>Prises supprimées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Takes changed: {count}</source>
        <translation>Prises modifiées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Other takes are shown</source>
        <translation>D’autres prises sont affichées</translation>
    </message>
    <message>
        <source>The transcript is another</source>
        <translation>La transcription est différente</translation>
    </message>
    <message>
        <source>The portrait is another</source>
        <translation>Le portrait est différent</translation>
    </message>
    <message>
        <source>The recording is another</source>
        <translation>L’enregistrement est différent</translation>
    </message>
    <message>
        <source>Other frames are pinned</source>
        <translation>D’autres images sont épinglées</translation>
    </message>
    <message>
        <source>Other components are locked</source>
        <translation>D’autres composantes sont verrouillées</translation>
    </message>
    <message>
        <source>The strengths are others</source>
        <translation>Les intensités sont différentes</translation>
    </message>
    <message>
        <source>The markers are others</source>
        <translation>Les marqueurs sont différents</translation>
    </message>
    <message>
        <source>The sound&apos;s delay is another</source>
        <translation>Le retard du son est différent</translation>
    </message>
    <message>
        <source>Other words wait for new motion</source>
        <translation>D’autres mots attendent un nouveau mouvement</translation>
    </message>
    <message>
        <source>The name is another</source>
        <translation>Le nom est différent</translation>
    </message>
</context>
<context>
    <name>DocumentController</name>
    <message>
        <source>Projects (*{suffix})</source>
        <translation>Projets (*{suffix})</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>Où se trouve {name}&#xa0;?</translation>
    </message>
    <message>
        <source>No project is open; begin or open one.</source>
        <translation>Aucun projet n’est ouvert&#xa0;; créez-en ou ouvrez-en un.</translation>
    </message>
    <message>
        <source>There is no step to take back.</source>
        <translation>Il n’y a aucune étape à annuler.</translation>
    </message>
    <message>
        <source>No step was taken back.</source>
        <translation>Aucune étape n’a été annulée.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Where files can be dropped</source>
        <translation>Où déposer des fichiers</translation>
    </message>
    <message>
        <source>Drop the files anywhere; each finds its place.</source>
        <translation>Déposez les fichiers n’importe où&#xa0;; chacun trouve sa place.</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>A picture with one face</source>
        <translation>Une photo avec un seul visage</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Speech, or a video for its sound</source>
        <translation>De la parole, ou une vidéo pour son audio</translation>
    </message>
    <message>
        <source>Video to track</source>
        <translation>Vidéo à suivre</translation>
    </message>
    <message>
        <source>Its face becomes a take</source>
        <translation>Son visage devient une prise</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>The words, with or without times</source>
        <translation>Les mots, avec ou sans leurs temps</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Or motion, which becomes a take</source>
        <translation>Ou un mouvement, qui devient une prise</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>What can be dropped</source>
        <translation>Ce qui peut être déposé</translation>
    </message>
    <message>
        <source>Drop your files anywhere on this window</source>
        <translation>Déposez vos fichiers n’importe où dans cette fenêtre</translation>
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation>&amp;Choisir des fichiers…</translation>
    </message>
    <message>
        <source>Choose a portrait, a recording or a transcript</source>
        <translation>Choisir un portrait, un enregistrement ou une transcription</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Video to track</source>
        <translation>Vidéo à suivre</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>{name} is a folder; drop the files in it.</source>
        <translation>{name} est un dossier&#xa0;; déposez les fichiers qu’il contient.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>Impossible de lire {name}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} est vide.</translation>
    </message>
    <message>
        <source>{name} is of no type that can be used; accepted are {types}.</source>
        <translation>{name} n’est pas d’un type utilisable&#xa0;; sont acceptés&#xa0;: {types}.</translation>
    </message>
    <message>
        <source>{name} is not a text file.</source>
        <translation>{name} n’est pas un fichier texte.</translation>
    </message>
    <message>
        <source>{name} cannot be dropped there; accepted are {types}.</source>
        <translation>{name} ne peut pas être déposé là&#xa0;; sont acceptés&#xa0;: {types}.</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>{n} s</source>
        <translation>{n}&#xa0;s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}&#xa0;min {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>about {n} s left</source>
        <translation>encore {n}&#xa0;s environ</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>encore {n}&#xa0;min environ</translation>
    </message>
</context>
<context>
    <name>EditorToolBar</name>
    <message>
        <source>Curve tools</source>
        <translation>Outils de courbe</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Sélectionner</translation>
    </message>
    <message>
        <source>drag keys, or a box around them; double-click a curve to add a key</source>
        <translation>faire glisser des clés, ou les encadrer&#xa0;; double-cliquer sur une courbe pour ajouter une clé</translation>
    </message>
    <message>
        <source>Add keys</source>
        <translation>Ajouter des clés</translation>
    </message>
    <message>
        <source>press on a frame to hold the curve there, and drag it</source>
        <translation>cliquer sur une image pour y fixer la courbe, et faire glisser</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>draw the curve by hand</source>
        <translation>dessiner la courbe à la main</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Mettre à l’échelle</translation>
    </message>
    <message>
        <source>make movements larger or smaller</source>
        <translation>amplifier ou réduire les mouvements</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Décaler</translation>
    </message>
    <message>
        <source>add a value to the range</source>
        <translation>ajouter une valeur à la plage</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Lisser</translation>
    </message>
    <message>
        <source>take out trembling</source>
        <translation>supprimer les tremblements</translation>
    </message>
    <message>
        <source>Simplify</source>
        <translation>Simplifier</translation>
    </message>
    <message>
        <source>replace the curve by a smooth one through few keys</source>
        <translation>remplacer la courbe par une courbe lisse passant par quelques clés</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Miroir</translation>
    </message>
    <message>
        <source>exchange the left and the right side of the face</source>
        <translation>échanger les côtés gauche et droit du visage</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>copy the range</source>
        <translation>copier la plage</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>put it down at the playhead</source>
        <translation>poser à la tête de lecture</translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation>Supprimer les clés</translation>
    </message>
    <message>
        <source>the curve runs smoothly between the keys that remain</source>
        <translation>la courbe passe en douceur entre les clés restantes</translation>
    </message>
    <message>
        <source>Reset to generated</source>
        <translation>Revenir au généré</translation>
    </message>
    <message>
        <source>drop what was set by hand in the range</source>
        <translation>abandonner les retouches à la main dans la plage</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>let generation give the edited frames back unchanged</source>
        <translation>faire en sorte que la génération rende les images retouchées inchangées</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>leave the frames of the range to generation again</source>
        <translation>laisser de nouveau les images de la plage à la génération</translation>
    </message>
    <message>
        <source>Edit all shown</source>
        <translation>Retoucher tout ce qui est affiché</translation>
    </message>
    <message>
        <source>tools work on all channels that are shown, not on one</source>
        <translation>les outils agissent sur tous les canaux affichés, et non sur un seul</translation>
    </message>
    <message>
        <source>Snap values</source>
        <translation>Aimanter les valeurs</translation>
    </message>
    <message>
        <source>dragged keys stop at even values</source>
        <translation>les clés déplacées s’arrêtent sur des valeurs rondes</translation>
    </message>
    <message>
        <source>Fit values</source>
        <translation>Cadrer les valeurs</translation>
    </message>
    <message>
        <source>show all values of the curves that are seen</source>
        <translation>montrer toutes les valeurs des courbes visibles</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>An error</source>
        <translation>Une erreur</translation>
    </message>
    <message>
        <source>Include &amp;paths</source>
        <translation>&amp;Inclure les chemins</translation>
    </message>
    <message>
        <source>Folder names can tell who you are; they are left out unless you want them</source>
        <translation>Les noms de dossiers peuvent révéler qui vous êtes&#xa0;; ils sont omis sauf si vous le souhaitez</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>Afficher les &amp;détails</translation>
    </message>
    <message>
        <source>What those who repair it need to know</source>
        <translation>Ce qu’il faut savoir pour corriger l’erreur</translation>
    </message>
    <message>
        <source>Further errors, all of them in the log: {count}</source>
        <translation>Autres erreurs, toutes dans le journal&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Détails de l’erreur</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Copier les détails</translation>
    </message>
    <message>
        <source>Copy versions, device and the end of the log</source>
        <translation>Copier les versions, le processeur et la fin du journal</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>Ouvrir le dossier du &amp;journal</translation>
    </message>
    <message>
        <source>Show the files that errors are written to</source>
        <translation>Afficher les fichiers où les erreurs sont notées</translation>
    </message>
    <message>
        <source>There is no log: its folder cannot be written</source>
        <translation>Il n’y a pas de journal&#xa0;: son dossier n’est pas accessible en écriture</translation>
    </message>
    <message>
        <source>Hide &amp;details</source>
        <translation>Masquer les &amp;détails</translation>
    </message>
</context>
<context>
    <name>ErrorReport</name>
    <message>
        <source>The computer&apos;s memory is used up.</source>
        <translation>La mémoire de l’ordinateur est épuisée.</translation>
    </message>
    <message>
        <source>Close other programs and try again. Your project is unharmed.</source>
        <translation>Fermez d’autres programmes et réessayez. Votre projet est intact.</translation>
    </message>
    <message>
        <source>Something went wrong inside Dimitra Studio.</source>
        <translation>Un problème est survenu dans Dimitra Studio.</translation>
    </message>
    <message>
        <source>You can go on working; the last step may not have been done. Save the project under a new name, and send the details to those who make Dimitra Studio.</source>
        <translation>Vous pouvez continuer à travailler&#xa0;; la dernière action n’a peut-être pas été effectuée. Enregistrez le projet sous un nouveau nom, et envoyez les détails à l’équipe de Dimitra Studio.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The memory is used up; close other programs or use a shorter recording.</source>
        <translation>La mémoire est épuisée&#xa0;; fermez d’autres programmes ou utilisez un enregistrement plus court.</translation>
    </message>
    <message>
        <source>{name} could not be used: {reason}; check it and try again.</source>
        <translation>Impossible d’utiliser {name}&#xa0;: {reason}&#xa0;; vérifiez et réessayez.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({reason}); please report it.</source>
        <translation>Un problème est survenu dans le programme ({reason})&#xa0;; merci de le signaler.</translation>
    </message>
</context>
<context>
    <name>ExportCharacter</name>
    <message>
        <source>Your character</source>
        <translation>Votre personnage</translation>
    </message>
    <message>
        <source>Choose a file, or drop it here</source>
        <translation>Choisissez un fichier, ou déposez-le ici</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Cho&amp;isir…</translation>
    </message>
    <message>
        <source>Choose a character</source>
        <translation>Choisissez un personnage</translation>
    </message>
    <message>
        <source>Choose your character, a .glb, .gltf or .vrm file</source>
        <translation>Choisir votre personnage, un fichier .glb, .gltf ou .vrm</translation>
    </message>
    <message>
        <source>&amp;Mapping…</source>
        <translation>Corr&amp;espondance…</translation>
    </message>
    <message>
        <source>{name} is no character; choose a .glb, .gltf or .vrm file</source>
        <translation>{name} n’est pas un personnage&#xa0;; choisissez un fichier .glb, .gltf ou .vrm</translation>
    </message>
    <message>
        <source>{name} is not there any more; choose it again</source>
        <translation>{name} n’est plus là&#xa0;; choisissez-le à nouveau</translation>
    </message>
    <message>
        <source>The character is being read</source>
        <translation>Le personnage est en cours de lecture</translation>
    </message>
    <message>
        <source>The mapping of last time does not fit and is left out</source>
        <translation>La correspondance de la dernière fois ne convient plus et n’est pas reprise</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Rien n’est choisi</translation>
    </message>
    <message>
        <source>Reading the character…</source>
        <translation>Lecture du personnage…</translation>
    </message>
    <message>
        <source>See and change what drives what</source>
        <translation>Voir et changer ce qui pilote quoi</translation>
    </message>
    <message>
        <source>Characters ({patterns})</source>
        <translation>Personnages ({patterns})</translation>
    </message>
    <message>
        <source>Choose your character</source>
        <translation>Choisir votre personnage</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Export {name}</source>
        <translation>Exporter {name}</translation>
    </message>
    <message>
        <source>Read {name}</source>
        <translation>Lire {name}</translation>
    </message>
    <message>
        <source>{name} was not read; choose it again</source>
        <translation>{name} n’a pas été lu&#xa0;; choisissez-le à nouveau</translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation>{name}&#xa0;: écriture terminée.</translation>
    </message>
    <message>
        <source>{name} was written; {doubts}.</source>
        <translation>{name}&#xa0;: écriture terminée&#xa0;; {doubts}.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>There is nothing to export yet; begin with a recording.</source>
        <translation>Il n’y a encore rien à exporter&#xa0;; commencez par un enregistrement.</translation>
    </message>
</context>
<context>
    <name>ExportCurves</name>
    <message>
        <source>Write it; otherwise it holds still</source>
        <translation>Écrire cette composante&#xa0;; sinon elle reste immobile</translation>
    </message>
    <message>
        <source>Axes and unit</source>
        <translation>Axes et unité</translation>
    </message>
    <message>
        <source>Axes and unit of the program that opens the file</source>
        <translation>Axes et unité du logiciel qui ouvre le fichier</translation>
    </message>
    <message>
        <source>Timecode of the first frame</source>
        <translation>Timecode de la première image</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>Réinitia&amp;liser</translation>
    </message>
    <message>
        <source>Hours, minutes, seconds and frames at 25 a second</source>
        <translation>Heures, minutes, secondes et images à 25 par seconde</translation>
    </message>
    <message>
        <source>Gain: {component}</source>
        <translation>Gain&#xa0;: {component}</translation>
    </message>
    <message>
        <source>A&amp;dd an offset</source>
        <translation>A&amp;jouter un décalage</translation>
    </message>
    <message>
        <source>Add the same amount to every frame of a channel</source>
        <translation>Ajouter la même valeur à chaque image d’un canal</translation>
    </message>
    <message>
        <source>Choose a channel</source>
        <translation>Choisissez un canal</translation>
    </message>
    <message>
        <source>Amount of the offset</source>
        <translation>Valeur du décalage</translation>
    </message>
    <message>
        <source>Added after the gain; blendshapes go from 0 to 1, the head has radians and metres</source>
        <translation>Ajouté après le gain&#xa0;; les blendshapes vont de 0 à 1, la tête est en radians et en mètres</translation>
    </message>
    <message>
        <source>Remove this offset</source>
        <translation>Retirer ce décalage</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Composantes</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Décalage</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>How strong it is written, about its rest; 1 is as shown</source>
        <translation>Force de l’écriture, autour du repos&#xa0;; 1 comme à l’écran</translation>
    </message>
    <message>
        <source>It holds still</source>
        <translation>Cette composante reste immobile</translation>
    </message>
    <message>
        <source>Set every gain to 1 and take the offsets out</source>
        <translation>Remettre tous les gains à 1 et retirer les décalages</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>Rien n’est encore changé</translation>
    </message>
    <message>
        <source>No component is chosen; tick at least one</source>
        <translation>Aucune composante n’est choisie&#xa0;; cochez-en au moins une</translation>
    </message>
    <message>
        <source>The timecode is no time of a day; write it as 01:00:00:00</source>
        <translation>Ce timecode n’est pas une heure du jour&#xa0;; écrivez-le comme 01:00:00:00</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>&amp;With the recording&apos;s sound</source>
        <translation>&amp;Avec le son de l’enregistrement</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>Personnage</translation>
    </message>
    <message>
        <source>Picture and time</source>
        <translation>Image et temps</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Plage</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>The project has no recording</source>
        <translation>Le projet n’a pas d’enregistrement</translation>
    </message>
    <message>
        <source>The recording, cut to the range</source>
        <translation>L’enregistrement, coupé à la plage</translation>
    </message>
    <message>
        <source>Write it in the background</source>
        <translation>Écrire en arrière-plan</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>{name} is there already and will be replaced</source>
        <translation>{name} existe déjà et sera remplacé</translation>
    </message>
    <message>
        <source>There are no words yet; type what is said, or transcribe it</source>
        <translation>Il n’y a pas encore de mots&#xa0;; saisissez ce qui est dit, ou faites-le transcrire</translation>
    </message>
    <message>
        <source>There is no motion yet; generate a take first</source>
        <translation>Il n’y a pas encore de mouvement&#xa0;; générez d’abord une prise</translation>
    </message>
    <message>
        <source>{name} is the character itself; choose another name</source>
        <translation>{name} est le personnage lui-même&#xa0;; choisissez un autre nom</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>Curves for numpy</source>
        <translation>Courbes pour NumPy</translation>
    </message>
    <message>
        <source>Curves as a table</source>
        <translation>Courbes en tableau</translation>
    </message>
    <message>
        <source>Curves as JSON</source>
        <translation>Courbes en JSON</translation>
    </message>
    <message>
        <source>Curves by name, with a legend that says what each number means.</source>
        <translation>Courbes par nom, avec une légende qui explique chaque nombre.</translation>
    </message>
    <message>
        <source>Live Link Face (CSV)</source>
        <translation>Live Link Face (CSV)</translation>
    </message>
    <message>
        <source>For Unreal Engine, MotionBuilder, Blender and Maya; call the file Slate_1_Face.csv for Unreal. Values are clipped to 0..1, and the head turns but does not move.</source>
        <translation>Pour Unreal Engine, MotionBuilder, Blender et Maya&#xa0;; pour Unreal, nommez le fichier Slate_1_Face.csv. Les valeurs sont limitées à 0..1, et la tête tourne mais ne se déplace pas.</translation>
    </message>
    <message>
        <source>Audio2Face (JSON)</source>
        <translation>Audio2Face (JSON)</translation>
    </message>
    <message>
        <source>Weights of the 52 blendshapes, clipped to 0..1; the head holds still.</source>
        <translation>Poids des 52 blendshapes, limités à 0..1&#xa0;; la tête reste immobile.</translation>
    </message>
    <message>
        <source>Maya script (Python)</source>
        <translation>Script Maya (Python)</translation>
    </message>
    <message>
        <source>Run it in Maya&apos;s script editor: it keys the targets of a blendShape node and a head joint that are named at its top.</source>
        <translation>À lancer dans l’éditeur de scripts de Maya&#xa0;: il pose des clés sur les cibles d’un nœud blendShape et sur une articulation de tête, nommés en tête du script.</translation>
    </message>
    <message>
        <source>Maya animation</source>
        <translation>Animation Maya</translation>
    </message>
    <message>
        <source>For Maya&apos;s own importer, which the script is safer than: not verified in Maya.</source>
        <translation>Pour l’importateur de Maya&#xa0;; le script est plus sûr&#xa0;: non vérifié dans Maya.</translation>
    </message>
    <message>
        <source>Head movement (BVH)</source>
        <translation>Mouvement de la tête (BVH)</translation>
    </message>
    <message>
        <source>The head alone, as a skeleton of one joint.</source>
        <translation>La tête seule, comme squelette à une articulation.</translation>
    </message>
    <message>
        <source>Rhubarb mouth cues (TSV)</source>
        <translation>Formes de bouche Rhubarb (TSV)</translation>
    </message>
    <message>
        <source>Nine mouth shapes from the phonemes of the transcript, for 2D animation.</source>
        <translation>Neuf formes de bouche tirées des phonèmes de la transcription, pour l’animation 2D.</translation>
    </message>
    <message>
        <source>Rhubarb mouth cues (XML)</source>
        <translation>Formes de bouche Rhubarb (XML)</translation>
    </message>
    <message>
        <source>Rhubarb mouth cues (JSON)</source>
        <translation>Formes de bouche Rhubarb (JSON)</translation>
    </message>
    <message>
        <source>Moho mouth switch (DAT)</source>
        <translation>Calque de bouches Moho (DAT)</translation>
    </message>
    <message>
        <source>Preston Blair&apos;s mouth shapes by frame, for Moho and OpenToonz.</source>
        <translation>Formes de bouche de Preston Blair image par image, pour Moho et OpenToonz.</translation>
    </message>
    <message>
        <source>Mouth shapes with frames and times, for exposure sheets.</source>
        <translation>Formes de bouche avec images et temps, pour feuilles d’exposition.</translation>
    </message>
    <message>
        <source>Oculus visemes (CSV)</source>
        <translation>Visèmes Oculus (CSV)</translation>
    </message>
    <message>
        <source>Fifteen viseme weights a frame from the phonemes of the transcript, for avatars that know Oculus Lipsync.</source>
        <translation>Quinze poids de visèmes par image, tirés des phonèmes de la transcription, pour les avatars compatibles avec Oculus Lipsync.</translation>
    </message>
    <message>
        <source>Words and phonemes (TextGrid)</source>
        <translation>Mots et phonèmes (TextGrid)</translation>
    </message>
    <message>
        <source>For Praat and aligners; it comes back with the times that were changed there.</source>
        <translation>Pour Praat et les aligneurs&#xa0;; le fichier revient avec les temps qui y ont été changés.</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>Sous-titres (SRT)</translation>
    </message>
    <message>
        <source>Lines with times, for every player and editing program.</source>
        <translation>Lignes avec leurs temps, pour tous les lecteurs et logiciels de montage.</translation>
    </message>
    <message>
        <source>Subtitles (WebVTT)</source>
        <translation>Sous-titres (WebVTT)</translation>
    </message>
    <message>
        <source>Lines with times, for browsers.</source>
        <translation>Lignes avec leurs temps, pour les navigateurs.</translation>
    </message>
    <message>
        <source>Words and phonemes (JSON)</source>
        <translation>Mots et phonèmes (JSON)</translation>
    </message>
    <message>
        <source>Words, phonemes, times, confidence and where each time comes from, for scripts.</source>
        <translation>Mots, phonèmes, temps, confiance et provenance de chaque temps, pour les scripts.</translation>
    </message>
    <message>
        <source>GLB character</source>
        <translation>Personnage GLB</translation>
    </message>
    <message>
        <source>Head with 52 morph targets, texture and a skeleton, in one file. Set Blender to the frame rate before importing: it takes seconds from the file, not the rate.</source>
        <translation>Tête avec 52 cibles de morphing, texture et squelette, dans un seul fichier. Réglez Blender sur la cadence avant d’importer&#xa0;: il lit les secondes du fichier, pas la cadence.</translation>
    </message>
    <message>
        <source>USD character</source>
        <translation>Personnage USD</translation>
    </message>
    <message>
        <source>Every vertex of every frame, exact in every program; 240 MB a minute. Needs usd-core.</source>
        <translation>Chaque sommet de chaque image, exact dans tous les logiciels&#xa0;; 240 Mo par minute. Nécessite usd-core.</translation>
    </message>
    <message>
        <source>A folder with a file for each frame, 1 MB each, and the texture; the rate is lost.</source>
        <translation>Un dossier avec un fichier par image, de 1 Mo chacun, et la texture&#xa0;; la cadence est perdue.</translation>
    </message>
    <message>
        <source>USD point cache</source>
        <translation>Cache de points USD</translation>
    </message>
    <message>
        <source>PIRenderer, DreamTalk (MAT)</source>
        <translation>PIRenderer, DreamTalk (MAT)</translation>
    </message>
    <message>
        <source>257 coefficients of Deep3DFaceRecon a frame, and a neutral crop. Blendshapes are solved for it, approximately, which needs the Basel Face Model, a file of your own.</source>
        <translation>257 coefficients de Deep3DFaceRecon par image, et un recadrage neutre. Les blendshapes y sont converties de façon approchée, ce qui nécessite le Basel Face Model, un fichier à vous.</translation>
    </message>
    <message>
        <source>SadTalker (MAT)</source>
        <translation>SadTalker (MAT)</translation>
    </message>
    <message>
        <source>64 coefficients of expression and 6 of pose a frame. Blendshapes are solved for it, approximately, which needs the Basel Face Model, a file of your own.</source>
        <translation>64 coefficients d’expression et 6 de pose par image. Les blendshapes y sont converties de façon approchée, ce qui nécessite le Basel Face Model, un fichier à vous.</translation>
    </message>
    <message>
        <source>DreamTalk (NPY)</source>
        <translation>DreamTalk (NPY)</translation>
    </message>
    <message>
        <source>64 coefficients of expression, 6 of pose and a neutral crop a frame. Blendshapes are solved for it, approximately, which needs the Basel Face Model, a file of your own.</source>
        <translation>64 coefficients d’expression, 6 de pose et un recadrage neutre par image. Les blendshapes y sont converties de façon approchée, ce qui nécessite le Basel Face Model, un fichier à vous.</translation>
    </message>
    <message>
        <source>Preston Blair shapes (CSV)</source>
        <translation>Formes de Preston Blair (CSV)</translation>
    </message>
    <message>
        <source>Head with 52 blendshapes, texture and a skeleton; name it .usda for text, .usdz for one file. Needs usd-core.</source>
        <translation>Tête avec 52 blendshapes, texture et squelette&#xa0;; .usda pour du texte, .usdz pour un fichier unique. Nécessite usd-core.</translation>
    </message>
    <message>
        <source>OBJ sequence</source>
        <translation>Séquence OBJ</translation>
    </message>
    <message>
        <source>FBX character</source>
        <translation>Personnage FBX</translation>
    </message>
    <message>
        <source>Head with 52 blendshapes, texture and a skeleton. Needs Blender, which writes it; programs that read it may begin at frame 1.</source>
        <translation>Tête avec 52 blendshapes, texture et squelette. Nécessite Blender, qui l’écrit&#xa0;; les logiciels qui le lisent peuvent commencer à l’image 1.</translation>
    </message>
    <message>
        <source>Alembic cache</source>
        <translation>Cache Alembic</translation>
    </message>
    <message>
        <source>Every vertex of every frame, exact in every program, without texture. Needs Blender, which writes it.</source>
        <translation>Chaque sommet de chaque image, exact dans tous les logiciels, sans texture. Nécessite Blender, qui l’écrit.</translation>
    </message>
    <message>
        <source>Blender</source>
        <translation>Blender</translation>
    </message>
    <message>
        <source>Unreal Engine</source>
        <translation>Unreal Engine</translation>
    </message>
    <message>
        <source>Unity</source>
        <translation>Unity</translation>
    </message>
    <message>
        <source>Maya</source>
        <translation>Maya</translation>
    </message>
    <message>
        <source>glTF and USD</source>
        <translation>glTF et USD</translation>
    </message>
</context>
<context>
    <name>ExportKinds</name>
    <message>
        <source>Characters</source>
        <translation>Personnages</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Mouth shapes</source>
        <translation>Formes de bouche</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Video (MP4)</source>
        <translation>Vidéo (MP4)</translation>
    </message>
    <message>
        <source>H.264 with AAC sound at a constant frame rate: plays in browsers, phones and every editing program. A note in the file says that the clip is synthetic.</source>
        <translation>H.264 avec audio AAC, à cadence constante&#xa0;: lisible par les navigateurs, les téléphones et tous les logiciels de montage. Une note dans le fichier signale que le plan est synthétique.</translation>
    </message>
    <message>
        <source>Image sequence (PNG)</source>
        <translation>Séquence d’images (PNG)</translation>
    </message>
    <message>
        <source>A folder of numbered pictures, with sound.wav beside them. The mesh can have a transparent background (straight alpha) for Blender, After Effects, Nuke or Resolve.</source>
        <translation>Un dossier d’images numérotées, accompagnées de sound.wav. Le maillage peut avoir un fond transparent (alpha direct) pour Blender, After Effects, Nuke ou Resolve.</translation>
    </message>
    <message>
        <source>Onto your own character (GLB)</source>
        <translation>Sur votre personnage (GLB)</translation>
    </message>
    <message>
        <source>A copy of your .glb, .gltf or .vrm with the animation added to it; everything else stays as it is. Values are limited to 0 to 1.</source>
        <translation>Une copie de votre .glb, .gltf ou .vrm à laquelle l’animation est ajoutée&#xa0;; tout le reste ne change pas. Les valeurs sont limitées de 0 à 1.</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>Fichier de projet</translation>
    </message>
    <message>
        <source>Everything in one file for another machine with Dimitra Studio: portrait, recording, transcript, all takes and edits.</source>
        <translation>Tout dans un seul fichier, pour une autre machine équipée de Dimitra Studio&#xa0;: portrait, enregistrement, transcription, toutes les prises et retouches.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>All curves as float32 with their names, for Python and NumPy; Dimitra Studio reads them back as a take, bit for bit.</source>
        <translation>Toutes les courbes en float32 avec leurs noms, pour Python et NumPy&#xa0;; Dimitra Studio les relit comme prise, au bit près.</translation>
    </message>
    <message>
        <source>One row a frame and one column a channel, for spreadsheets and scripts. Blendshapes have their ARKit names; head angles are radians, positions metres.</source>
        <translation>Une ligne par image et une colonne par canal, pour tableurs et scripts. Les blendshapes portent leurs noms ARKit&#xa0;; angles de tête en radians, positions en mètres.</translation>
    </message>
    <message>
        <source>The curves with their ARKit names, at the frame rate chosen here.</source>
        <translation>Les courbes avec leurs noms ARKit, à la cadence choisie ici.</translation>
    </message>
</context>
<context>
    <name>ExportPicture</name>
    <message>
        <source>The photograph, or the 3D head</source>
        <translation>La photographie, ou la tête 3D</translation>
    </message>
    <message>
        <source>What is behind the 3D head</source>
        <translation>Ce qu’il y a derrière la tête 3D</translation>
    </message>
    <message>
        <source>Width and height in pixels</source>
        <translation>Largeur et hauteur en pixels</translation>
    </message>
    <message>
        <source>Better quality makes larger files</source>
        <translation>Une meilleure qualité donne des fichiers plus gros</translation>
    </message>
    <message>
        <source>Frames per second; the motion is made at 25</source>
        <translation>Images par seconde&#xa0;; le mouvement est créé à 25</translation>
    </message>
    <message>
        <source>&amp;Renderer</source>
        <translation>&amp;Rendu</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>&amp;Fond</translation>
    </message>
    <message>
        <source>S&amp;ize</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>Frame r&amp;ate</source>
        <translation>&amp;Cadence</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Maillage</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Maximale</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevée</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Small file</source>
        <translation>Fichier léger</translation>
    </message>
    <message>
        <source>{n} (as generated)</source>
        <translation>{n} (comme généré)</translation>
    </message>
    <message>
        <source>The project has no portrait</source>
        <translation>Le projet n’a pas de portrait</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparent</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Green screen</source>
        <translation>Fond vert</translation>
    </message>
    <message>
        <source>Blue screen</source>
        <translation>Fond bleu</translation>
    </message>
    <message>
        <source>{w} × {h} (original)</source>
        <translation>{w} × {h} (d’origine)</translation>
    </message>
    <message>
        <source>{w} × {h}</source>
        <translation>{w} × {h}</translation>
    </message>
</context>
<context>
    <name>ExportPlace</name>
    <message>
        <source>Of the file, or of the folder for images</source>
        <translation>Du fichier, ou du dossier d’images</translation>
    </message>
    <message>
        <source>Where it is written</source>
        <translation>Emplacement du résultat</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Choisir un autre dossier</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>D&amp;ossier</translation>
    </message>
    <message>
        <source>The file has no name</source>
        <translation>Le fichier n’a pas de nom</translation>
    </message>
    <message>
        <source>A file name cannot contain {character}</source>
        <translation>Un nom de fichier ne peut pas contenir {character}</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>Ce dossier n’existe pas</translation>
    </message>
    <message>
        <source>There is a folder of that name</source>
        <translation>Un dossier porte déjà ce nom</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Dossier de l’export</translation>
    </message>
</context>
<context>
    <name>ExportRange</name>
    <message>
        <source>&amp;Everything</source>
        <translation>To&amp;ut</translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation>&amp;Sélection</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Boucle</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>From the start to the end of the recording</source>
        <translation>Du début à la fin de l’enregistrement</translation>
    </message>
    <message>
        <source>Between two times</source>
        <translation>Entre deux instants</translation>
    </message>
    <message>
        <source>From, in seconds</source>
        <translation>Début, en secondes</translation>
    </message>
    <message>
        <source>To, in seconds</source>
        <translation>Fin, en secondes</translation>
    </message>
    <message>
        <source>Nothing is selected in the timeline</source>
        <translation>Rien n’est sélectionné dans la ligne de temps</translation>
    </message>
    <message>
        <source>Looping is off</source>
        <translation>La boucle est désactivée</translation>
    </message>
    <message>
        <source>The range ends before it begins</source>
        <translation>La plage finit avant de commencer</translation>
    </message>
    <message>
        <source> s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
</context>
<context>
    <name>ExportSummary</name>
    <message>
        <source>The whole project, whatever range is selected</source>
        <translation>Le projet entier, quelle que soit la plage sélectionnée</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n}&#xa0;s</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>environ {size}</translation>
    </message>
</context>
<context>
    <name>FaceChooser</name>
    <message>
        <source>Click the face that shall speak, or type its number</source>
        <translation>Cliquez sur le visage qui doit parler, ou tapez son numéro</translation>
    </message>
    <message>
        <source>Face {number} of {total}, from the left; Enter chooses it</source>
        <translation>Visage&#xa0;{number} sur {total}, à partir de la gauche&#xa0;; Entrée le choisit</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Good</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>À améliorer</translation>
    </message>
    <message>
        <source>Must be fixed</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation>Choisir une autre photo…</translation>
    </message>
    <message>
        <source>Take another picture as the portrait</source>
        <translation>Prendre une autre photo comme portrait</translation>
    </message>
    <message>
        <source>Choose another recording…</source>
        <translation>Choisir un autre enregistrement…</translation>
    </message>
    <message>
        <source>Take another recording of speech</source>
        <translation>Prendre un autre enregistrement de parole</translation>
    </message>
    <message>
        <source>Edit the words</source>
        <translation>Modifier les mots</translation>
    </message>
    <message>
        <source>Go to the transcript</source>
        <translation>Aller à la transcription</translation>
    </message>
    <message>
        <source>Go without words</source>
        <translation>Se passer des mots</translation>
    </message>
    <message>
        <source>Let the sound alone drive the face</source>
        <translation>Laisser le son seul animer le visage</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Choisir un autre dossier…</translation>
    </message>
    <message>
        <source>Write to another place</source>
        <translation>Écrire ailleurs</translation>
    </message>
    <message>
        <source>Choose other weights…</source>
        <translation>Choisir d’autres poids…</translation>
    </message>
    <message>
        <source>Take the networks of another folder</source>
        <translation>Prendre les réseaux d’un autre dossier</translation>
    </message>
    <message>
        <source>Use left</source>
        <translation>Garder la gauche</translation>
    </message>
    <message>
        <source>Take the left side alone</source>
        <translation>Ne prendre que la voie de gauche</translation>
    </message>
    <message>
        <source>Use right</source>
        <translation>Garder la droite</translation>
    </message>
    <message>
        <source>Take the right side alone</source>
        <translation>Ne prendre que la voie de droite</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mélanger</translation>
    </message>
    <message>
        <source>Take both sides together</source>
        <translation>Prendre les deux voies ensemble</translation>
    </message>
</context>
<context>
    <name>GainSlider</name>
    <message>
        <source>Strength of {name}</source>
        <translation>Intensité&#xa0;: {name}</translation>
    </message>
    <message>
        <source>How strongly {name} is shown, without generating anew; double-click for 100 %</source>
        <translation>{name}&#xa0;: intensité à l’affichage, sans régénérer&#xa0;; double-cliquer pour 100&#xa0;%</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>GenerationController</name>
    <message>
        <source>Generate {components}</source>
        <translation>Générer&#xa0;: {components}</translation>
    </message>
    <message>
        <source>Regenerate {components} in {segments}</source>
        <translation>Régénérer&#xa0;: {components} ({segments})</translation>
    </message>
    <message>
        <source>The recording was changed while {take} was being made, so it was dropped; generate again.</source>
        <translation>L’enregistrement a changé pendant la création de {take}, qui a été abandonnée&#xa0;; générez de nouveau.</translation>
    </message>
    <message>
        <source>Generate {take}</source>
        <translation>Générer {take}</translation>
    </message>
    <message>
        <source>{take} is ready.</source>
        <translation>{take} est prête.</translation>
    </message>
    <message>
        <source>There is no recording yet; drop one into the window.</source>
        <translation>Il n’y a pas encore d’enregistrement&#xa0;; déposez-en un dans la fenêtre.</translation>
    </message>
    <message>
        <source>Every component is locked; unlock one.</source>
        <translation>Toutes les composantes sont verrouillées&#xa0;; déverrouillez-en une.</translation>
    </message>
    <message>
        <source>There is no take yet; generate everything first.</source>
        <translation>Il n’y a pas encore de prise&#xa0;; commencez par tout générer.</translation>
    </message>
    <message>
        <source>No word was changed since the motion was generated.</source>
        <translation>Aucun mot n’a changé depuis que le mouvement a été généré.</translation>
    </message>
    <message>
        <source>Nothing is selected; drag over the words on the timeline.</source>
        <translation>Rien n’est sélectionné&#xa0;; faites glisser sur les mots de la ligne de temps.</translation>
    </message>
</context>
<context>
    <name>GenerationPanel</name>
    <message>
        <source>Whole recording</source>
        <translation>Tout l’enregistrement</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>{part}: locked; unlock it in the takes first</source>
        <translation>{part}&#xa0;: verrou actif&#xa0;; déverrouillez d’abord dans les prises</translation>
    </message>
    <message>
        <source>{part}: generate it anew</source>
        <translation>{part}&#xa0;: générer à nouveau</translation>
    </message>
    <message>
        <source>Select words or drag on the timeline to regenerate a part.</source>
        <translation>Sélectionnez des mots ou faites glisser sur la ligne de temps pour régénérer une partie.</translation>
    </message>
    <message>
        <source>Keep my edits</source>
        <translation>Garder mes retouches</translation>
    </message>
    <message>
        <source>Keep my edits (1 curve)</source>
        <translation>Garder mes retouches (1&#xa0;courbe)</translation>
    </message>
    <message>
        <source>Keep my edits ({n} curves)</source>
        <translation>Garder mes retouches ({n}&#xa0;courbes)</translation>
    </message>
    <message>
        <source>Lay what was set by hand over the new take; otherwise it is dropped</source>
        <translation>Reporter les retouches à la main sur la nouvelle prise&#xa0;; sinon elles sont abandonnées</translation>
    </message>
    <message>
        <source>Nothing was set by hand yet</source>
        <translation>Rien n’a encore été retouché à la main</translation>
    </message>
    <message>
        <source>Generate from the start to the end</source>
        <translation>Générer du début à la fin</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>Où tournent les réseaux</translation>
    </message>
    <message>
        <source>Choose at least one of lips, expression and head.</source>
        <translation>Choisissez au moins les lèvres, l’expression ou la tête.</translation>
    </message>
    <message>
        <source>Select words or a range on the timeline first</source>
        <translation>Sélectionnez d’abord des mots ou une plage sur la ligne de temps</translation>
    </message>
    <message>
        <source>Generate within the selection alone</source>
        <translation>Générer dans la sélection seulement</translation>
    </message>
    <message>
        <source>Generate everything</source>
        <translation>Tout générer</translation>
    </message>
    <message>
        <source>Generate selection</source>
        <translation>Générer la sélection</translation>
    </message>
    <message>
        <source>Makes a new take: {parts} of the whole recording</source>
        <translation>Crée une nouvelle prise&#xa0;: {parts}, sur tout l’enregistrement</translation>
    </message>
    <message>
        <source>Makes a new take: {parts} from {start} to {end} s</source>
        <translation>Crée une nouvelle prise&#xa0;: {parts}, de {start} à {end}&#xa0;s</translation>
    </message>
    <message>
        <source>, with seed {seed}.</source>
        <translation>, avec la graine&#xa0;{seed}.</translation>
    </message>
    <message>
        <source>, with a new seed.</source>
        <translation>, avec une nouvelle graine.</translation>
    </message>
    <message>
        <source>All else stays as it is.</source>
        <translation>Tout le reste ne change pas.</translation>
    </message>
    <message>
        <source>What was set by hand there is dropped.</source>
        <translation>Les retouches à la main y sont abandonnées.</translation>
    </message>
</context>
<context>
    <name>GraphCanvas</name>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Move {keys} of {channels}</source>
        <translation>Déplacer {keys}&#xa0;: {channels}</translation>
    </message>
    <message>
        <source>Add a key to {channels}</source>
        <translation>Ajouter une clé&#xa0;: {channels}</translation>
    </message>
    <message>
        <source>Draw {channels}</source>
        <translation>Dessiner&#xa0;: {channels}</translation>
    </message>
    <message>
        <source>Nudge {keys} of {channels}</source>
        <translation>Décaler {keys}&#xa0;: {channels}</translation>
    </message>
</context>
<context>
    <name>GraphPicture</name>
    <message>
        <source>{value} at {time} s, frame {frame}</source>
        <translation>{value} à {time}&#xa0;s, image&#xa0;{frame}</translation>
    </message>
    <message>
        <source>{text} ({sign}{by} by hand)</source>
        <translation>{text} ({sign}{by} à la main)</translation>
    </message>
    <message>
        <source>Generate or import a motion, then edit its curves here.</source>
        <translation>Générez ou importez un mouvement, puis retouchez ses courbes ici.</translation>
    </message>
    <message>
        <source>Choose a channel from the list to see its curve.</source>
        <translation>Choisissez un canal dans la liste pour voir sa courbe.</translation>
    </message>
    <message>
        <source>{name} (locked)</source>
        <translation>{name} (verrouillé)</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>Channels of {name}</source>
        <translation>Canaux&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Open or close the list of channels</source>
        <translation>Ouvrir ou fermer la liste des canaux</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>Afficher&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Show or hide the curves</source>
        <translation>Afficher ou masquer les courbes</translation>
    </message>
    <message>
        <source>Solo {name}</source>
        <translation>Solo&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Let only this component move</source>
        <translation>Ne laisser bouger que cette composante</translation>
    </message>
    <message>
        <source>Lock {name}</source>
        <translation>Verrouiller&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Locked: generation leaves this component alone</source>
        <translation>Verrouillée&#xa0;: la génération ne touche pas à cette composante</translation>
    </message>
    <message>
        <source>Lock: generation will leave this component alone</source>
        <translation>Verrouiller&#xa0;: la génération ne touchera pas à cette composante</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Blinks</source>
        <translation>Clignements</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Choose a step to go back to it, or forward again</source>
        <translation>Choisir une étape pour y revenir, ou y retourner</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>À l’ouverture</translation>
    </message>
</context>
<context>
    <name>HoverReadout</name>
    <message>
        <source>Value under the mouse</source>
        <translation>Valeur sous la souris</translation>
    </message>
</context>
<context>
    <name>InputDialogs</name>
    <message>
        <source>Everything that can be used</source>
        <translation>Tout ce qui est utilisable</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Choisir des fichiers</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Lequel&#xa0;?</translation>
    </message>
    <message>
        <source>Several files of one kind were dropped; choose one.</source>
        <translation>Plusieurs fichiers du même type ont été déposés&#xa0;; choisissez-en un.</translation>
    </message>
    <message>
        <source>Choose a portrait</source>
        <translation>Choisir un portrait</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation>Choisir un enregistrement</translation>
    </message>
    <message>
        <source>Recordings and videos</source>
        <translation>Enregistrements et vidéos</translation>
    </message>
    <message>
        <source>Choose a video to track</source>
        <translation>Choisir une vidéo à suivre</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vidéos</translation>
    </message>
    <message>
        <source>Import a transcript</source>
        <translation>Importer une transcription</translation>
    </message>
    <message>
        <source>Texts and timings</source>
        <translation>Textes et minutages</translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation>Exporter la transcription</translation>
    </message>
    <message>
        <source>TextGrid (*.TextGrid)</source>
        <translation>TextGrid (*.TextGrid)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>InspectorController</name>
    <message>
        <source>Load the networks</source>
        <translation>Charger les réseaux</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Generate the whole recording first.</source>
        <translation>Générez d’abord tout l’enregistrement.</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Génération</translation>
    </message>
    <message>
        <source>Strength and sound</source>
        <translation>Intensité et son</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Sélection</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel {title}</source>
        <translation>Annuler&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Stop this; nothing is changed</source>
        <translation>Arrêter&#xa0;; rien n’est modifié</translation>
    </message>
    <message>
        <source>Progress of {title}</source>
        <translation>Avancement&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Open the folder that the files are in</source>
        <translation>Ouvrir le dossier qui contient les fichiers</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Put what a developer needs to know on the clipboard</source>
        <translation>Copier dans le presse-papiers ce qu’un développeur doit savoir</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed</source>
        <translation>Annulé&#xa0;; rien n’a été modifié</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>It stops at the next step</source>
        <translation>Arrêt à la prochaine étape</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Cancel all</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Nettoyer</translation>
    </message>
    <message>
        <source>No jobs. Generating, aligning and exporting show here.</source>
        <translation>Aucune tâche. Générations, alignements et exports s’affichent ici.</translation>
    </message>
    <message>
        <source>Everything is done.</source>
        <translation>Tout est terminé.</translation>
    </message>
    <message>
        <source>{n} running, {m} waiting</source>
        <translation>{n} en cours, {m} en attente</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Rien n’est en cours</translation>
    </message>
    <message>
        <source>Stop every job; nothing is changed</source>
        <translation>Arrêter toutes les tâches&#xa0;; rien n’est modifié</translation>
    </message>
    <message>
        <source>No job has ended yet</source>
        <translation>Aucune tâche n’est encore terminée</translation>
    </message>
    <message>
        <source>Forget the jobs that have ended</source>
        <translation>Oublier les tâches terminées</translation>
    </message>
</context>
<context>
    <name>KindList</name>
    <message>
        <source>What to export</source>
        <translation>Que faut-il exporter&#xa0;?</translation>
    </message>
    <message>
        <source>Heading: {text}</source>
        <translation>Rubrique&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Prises</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Vérifications</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ligne de temps</translation>
    </message>
    <message>
        <source>Curve editor</source>
        <translation>Éditeur de courbes</translation>
    </message>
    <message>
        <source>Dimitra Studio</source>
        <translation>Dimitra Studio</translation>
    </message>
    <message>
        <source>Nothing was set by hand yet.</source>
        <translation>Rien n’a encore été retouché à la main.</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>found by name</source>
        <translation>trouvé par nom</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>deviné</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>nothing drives it</source>
        <translation>rien ne la pilote</translation>
    </message>
    <message>
        <source>to the front: +z, as glTF has it</source>
        <translation>vers l’avant&#xa0;: +z, comme en glTF</translation>
    </message>
    <message>
        <source>to the back: -z, as VRM 0 has it</source>
        <translation>vers l’arrière&#xa0;: -z, comme en VRM 0</translation>
    </message>
    <message>
        <source>along +x</source>
        <translation>le long de +x</translation>
    </message>
    <message>
        <source>along -x</source>
        <translation>le long de -x</translation>
    </message>
    <message>
        <source>{n} of {all} found by name</source>
        <translation>{n} sur {all} trouvés par nom</translation>
    </message>
    <message>
        <source>{n} guessed</source>
        <translation>devinés&#xa0;: {n}</translation>
    </message>
    <message>
        <source>{n} by hand</source>
        <translation>à la main&#xa0;: {n}</translation>
    </message>
    <message>
        <source>The head turns with {node}</source>
        <translation>La tête tourne avec {node}</translation>
    </message>
    <message>
        <source>No node turns with the head, so it holds still</source>
        <translation>Aucun nœud ne tourne avec la tête, qui reste donc immobile</translation>
    </message>
    <message>
        <source>The head turns with a node without a name</source>
        <translation>La tête tourne avec un nœud sans nom</translation>
    </message>
    <message>
        <source>{n} missing: {names}</source>
        <translation>Manquants, {n}&#xa0;: {names}</translation>
    </message>
    <message>
        <source>guessed: {names}</source>
        <translation>devinés&#xa0;: {names}</translation>
    </message>
    <message>
        <source>shown by nothing: {names}</source>
        <translation>sans cible&#xa0;: {names}</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Mapping: {name}</source>
        <translation>Correspondance&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Only what is &amp;guessed or missing</source>
        <translation>Seulement ce qui est &amp;deviné ou manque</translation>
    </message>
    <message>
        <source>Leaves out what is found by name or set by hand</source>
        <translation>Laisse de côté ce qui est trouvé par nom ou réglé à la main</translation>
    </message>
    <message>
        <source>The node that turns and moves as the head does</source>
        <translation>Le nœud qui tourne et se déplace comme la tête</translation>
    </message>
    <message>
        <source>The head turns with</source>
        <translation>La tête tourne avec</translation>
    </message>
    <message>
        <source>none, it holds still</source>
        <translation>aucun, elle reste immobile</translation>
    </message>
    <message>
        <source>a node without a name</source>
        <translation>un nœud sans nom</translation>
    </message>
    <message>
        <source>{name} was written</source>
        <translation>{name}&#xa0;: écriture terminée</translation>
    </message>
    <message>
        <source>Find a target or a channel</source>
        <translation>Chercher une cible ou un canal</translation>
    </message>
    <message>
        <source>Shows only the targets with this in their or a channel&apos;s name</source>
        <translation>Ne montre que les cibles dont le nom, ou celui d’un canal, contient ceci</translation>
    </message>
    <message>
        <source>A&amp;dd a channel</source>
        <translation>A&amp;jouter un canal</translation>
    </message>
    <message>
        <source>Let another channel drive this target as well</source>
        <translation>Piloter cette cible par un canal de plus</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Share of the channel</source>
        <translation>Part du canal</translation>
    </message>
    <message>
        <source>The channel is multiplied by this; 1 is all of it</source>
        <translation>Le canal est multiplié par cette valeur&#xa0;; 1 le prend tout entier</translation>
    </message>
    <message>
        <source>Take this channel away</source>
        <translation>Retirer ce canal</translation>
    </message>
    <message>
        <source>Where the character looks in its file: what the head turns about</source>
        <translation>Direction du regard du personnage dans son fichier, dont dépendent les axes de la tête</translation>
    </message>
    <message>
        <source>&amp;Load mapping…</source>
        <translation>&amp;Charger une correspondance…</translation>
    </message>
    <message>
        <source>Read a mapping file, such as the command line writes</source>
        <translation>Lire un fichier de correspondance, tel que l’écrit la ligne de commande</translation>
    </message>
    <message>
        <source>&amp;Save mapping…</source>
        <translation>&amp;Enregistrer la correspondance…</translation>
    </message>
    <message>
        <source>Write a mapping file for another day or the command line</source>
        <translation>Écrire un fichier de correspondance, pour plus tard ou pour la ligne de commande</translation>
    </message>
    <message>
        <source>&amp;Back to what was found</source>
        <translation>&amp;Revenir à ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Give up what was set by hand</source>
        <translation>Renoncer à ce qui a été réglé à la main</translation>
    </message>
    <message>
        <source>The &amp;head turns with</source>
        <translation>La &amp;tête tourne avec</translation>
    </message>
    <message>
        <source>The &amp;character looks</source>
        <translation>Le &amp;personnage regarde</translation>
    </message>
    <message>
        <source>Reading the character…</source>
        <translation>Lecture du personnage…</translation>
    </message>
    <message>
        <source>The character is being read</source>
        <translation>Le personnage est en cours de lecture</translation>
    </message>
    <message>
        <source>Use this mapping for the export</source>
        <translation>Utiliser cette correspondance pour l’export</translation>
    </message>
    <message>
        <source>Every channel is shown</source>
        <translation>Chaque canal a une cible</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>Aucune cible</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>Correspondances (*.json)</translation>
    </message>
    <message>
        <source>Load a mapping</source>
        <translation>Charger une correspondance</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>Enregistrer la correspondance</translation>
    </message>
</context>
<context>
    <name>MappingItemModel</name>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Driven by</source>
        <translation>Pilotée par</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Origine</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>Targets of the character</source>
        <translation>Cibles du personnage</translation>
    </message>
</context>
<context>
    <name>MediaController</name>
    <message>
        <source>Look at {name}</source>
        <translation>Examiner {name}</translation>
    </message>
    <message>
        <source>Listen to {name}</source>
        <translation>Écouter {name}</translation>
    </message>
    <message>
        <source>Track {name}</source>
        <translation>Suivre {name}</translation>
    </message>
    <message>
        <source>{name} is not a text in UTF-8; save it so and drop it again.</source>
        <translation>{name} n’est pas un texte en UTF-8&#xa0;; enregistrez-le ainsi et déposez-le à nouveau.</translation>
    </message>
    <message>
        <source>{name} has no words; choose another text.</source>
        <translation>{name} ne contient aucun mot&#xa0;; choisissez un autre texte.</translation>
    </message>
    <message>
        <source>Import words</source>
        <translation>Importer des mots</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>Importer {name}</translation>
    </message>
    <message>
        <source>Cut one face out of {name}</source>
        <translation>Découper un visage dans {name}</translation>
    </message>
    <message>
        <source>Take one channel of {name}</source>
        <translation>Prendre une voie de {name}</translation>
    </message>
    <message>
        <source>Use {name} as the portrait</source>
        <translation>Utiliser {name} comme portrait</translation>
    </message>
    <message>
        <source>Use {name} as the recording</source>
        <translation>Utiliser {name} comme enregistrement</translation>
    </message>
</context>
<context>
    <name>MeshView</name>
    <message>
        <source>3D head</source>
        <translation>Tête 3D</translation>
    </message>
    <message>
        <source>Drag to turn, Shift to move, wheel to zoom, double-click to look from in front</source>
        <translation>Glisser pour tourner, avec Maj pour déplacer, molette pour zoomer, double-clic pour la vue de face</translation>
    </message>
    <message>
        <source>No OpenGL: drawn by the processor</source>
        <translation>Sans OpenGL&#xa0;: dessiné par le processeur</translation>
    </message>
    <message>
        <source>Loading the 3D head…</source>
        <translation>Chargement de la tête 3D…</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dismiss: {notice}</source>
        <translation>Fermer&#xa0;: {notice}</translation>
    </message>
    <message>
        <source>Take this notice away</source>
        <translation>Retirer ce message</translation>
    </message>
    <message>
        <source>{sentence} ({count} times)</source>
        <translation>{sentence} ({count}&#xa0;fois)</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Show what lies behind this</source>
        <translation>Montrer ce qui se cache derrière</translation>
    </message>
</context>
<context>
    <name>NotificationArea</name>
    <message>
        <source>Notices</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Overview of the recording</source>
        <translation>Vue d’ensemble de l’enregistrement</translation>
    </message>
    <message>
        <source>The whole recording. Drag the window to pan, its edges to zoom; double-click to show everything.</source>
        <translation>Tout l’enregistrement. Faites glisser le cadre pour vous déplacer, ses bords pour zoomer&#xa0;; double-cliquez pour tout afficher.</translation>
    </message>
</context>
<context>
    <name>PhonemesItem</name>
    <message>
        <source>vowel</source>
        <translation>voyelle</translation>
    </message>
    <message>
        <source>closure of the lips</source>
        <translation>fermeture des lèvres</translation>
    </message>
    <message>
        <source>fricative</source>
        <translation>fricative</translation>
    </message>
    <message>
        <source>closure of the tongue</source>
        <translation>occlusion de la langue</translation>
    </message>
    <message>
        <source>glide</source>
        <translation>semi-voyelle</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>silence</translation>
    </message>
    <message>
        <source>{symbol}, {kind}
{start} to {end} s, {length} ms</source>
        <translation>{symbol}, {kind}
{start} à {end}&#xa0;s, {length}&#xa0;ms</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>{rate:.0f} fps, {dropped} dropped</source>
        <translation>{rate:.0f}&#xa0;i/s, perdues&#xa0;: {dropped}</translation>
    </message>
    <message>
        <source>{rate:.0f} fps</source>
        <translation>{rate:.0f}&#xa0;i/s</translation>
    </message>
</context>
<context>
    <name>PlaybackController</name>
    <message>
        <source>Marker {n}</source>
        <translation>Marqueur&#xa0;{n}</translation>
    </message>
    <message>
        <source>Add a marker</source>
        <translation>Ajouter un marqueur</translation>
    </message>
    <message>
        <source>Change the markers</source>
        <translation>Modifier les marqueurs</translation>
    </message>
</context>
<context>
    <name>PortraitView</name>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Wheel to zoom, drag to move, double-click to see all of it</source>
        <translation>Molette pour zoomer, glisser pour déplacer, double-clic pour tout voir</translation>
    </message>
    <message>
        <source>Looking at the portrait…</source>
        <translation>Examen du portrait…</translation>
    </message>
    <message>
        <source>Drop a portrait here</source>
        <translation>Déposez un portrait ici</translation>
    </message>
    <message>
        <source>JPEG or PNG of one face that looks at the camera</source>
        <translation>JPEG ou PNG d’un visage qui regarde l’objectif</translation>
    </message>
</context>
<context>
    <name>PreflightController</name>
    <message>
        <source>Check the inputs</source>
        <translation>Vérifier les sources</translation>
    </message>
    <message>
        <source>Remove the transcript</source>
        <translation>Supprimer la transcription</translation>
    </message>
</context>
<context>
    <name>PreflightView</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Go on with the inputs as they are</source>
        <translation>Continuer avec les sources telles quelles</translation>
    </message>
    <message>
        <source>Looking at the inputs…</source>
        <translation>Examen des sources…</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>{n} to be fixed before anything can be generated.</source>
        <translation>À corriger avant de pouvoir générer&#xa0;: {n}.</translation>
    </message>
    <message>
        <source>Ready. {n} could be better.</source>
        <translation>Prêt. À améliorer&#xa0;: {n}.</translation>
    </message>
    <message>
        <source>Ready. Everything looks good.</source>
        <translation>Prêt. Tout semble bon.</translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation>Rien n’a encore été examiné.</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>Landmarks</source>
        <translation>Points de repère</translation>
    </message>
    <message>
        <source>Show the landmarks over the face</source>
        <translation>Afficher les points de repère sur le visage</translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation>Fil de fer</translation>
    </message>
    <message>
        <source>Full resolution</source>
        <translation>Pleine résolution</translation>
    </message>
    <message>
        <source>Draw large portraits in their own size, if slower</source>
        <translation>Dessiner les grands portraits à leur taille réelle, quitte à ralentir</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Réinitialiser la vue</translation>
    </message>
    <message>
        <source>Put camera and zoom of the preview back</source>
        <translation>Remettre en place la caméra et le zoom de l’aperçu</translation>
    </message>
    <message>
        <source>Show take B</source>
        <translation>Afficher la prise&#xa0;B</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>Sans comparaison</translation>
    </message>
    <message>
        <source>There is no take yet to compare with</source>
        <translation>Il n’y a pas encore de prise à comparer</translation>
    </message>
    <message>
        <source>Take B, to compare the project with</source>
        <translation>Prise&#xa0;B, à laquelle comparer le projet</translation>
    </message>
    <message>
        <source>Show the mesh first</source>
        <translation>Affichez d’abord le maillage</translation>
    </message>
    <message>
        <source>This needs OpenGL, which does not work here; update the graphics driver</source>
        <translation>Il faut OpenGL, qui ne fonctionne pas ici&#xa0;; mettez à jour le pilote graphique</translation>
    </message>
    <message>
        <source>Show the edges of the mesh</source>
        <translation>Afficher les arêtes du maillage</translation>
    </message>
    <message>
        <source>What the mesh shows: shape, skin or portrait</source>
        <translation>Ce que montre le maillage&#xa0;: forme, peau ou portrait</translation>
    </message>
    <message>
        <source>Look at the mesh from a side</source>
        <translation>Regarder le maillage d’un côté</translation>
    </message>
    <message>
        <source>Change between the project (A) and the take compared with (B)</source>
        <translation>Passer du projet (A) à la prise comparée (B)</translation>
    </message>
    <message>
        <source>Choose a take to compare with first</source>
        <translation>Choisissez d’abord une prise à comparer</translation>
    </message>
    <message>
        <source>Portrait alone</source>
        <translation>Portrait seul</translation>
    </message>
    <message>
        <source>Show the talking portrait alone</source>
        <translation>Afficher le portrait parlant seul</translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation>Maillage seul</translation>
    </message>
    <message>
        <source>Show the 3D head alone</source>
        <translation>Afficher la tête 3D seule</translation>
    </message>
    <message>
        <source>Portrait and mesh</source>
        <translation>Portrait et maillage</translation>
    </message>
    <message>
        <source>Show both side by side</source>
        <translation>Afficher les deux côte à côte</translation>
    </message>
    <message>
        <source>Shaded</source>
        <translation>Ombré</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Peau</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Texture</translation>
    </message>
    <message>
        <source>View of the mesh</source>
        <translation>Vue du maillage</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>De face</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Côté gauche</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Côté droit</translation>
    </message>
    <message>
        <source>Three quarters, left</source>
        <translation>Trois quarts gauche</translation>
    </message>
    <message>
        <source>Three quarters, right</source>
        <translation>Trois quarts droit</translation>
    </message>
    <message>
        <source>Take to compare with</source>
        <translation>Prise à comparer</translation>
    </message>
</context>
<context>
    <name>PreviewThread</name>
    <message>
        <source>The preview cannot be drawn: {reason}.</source>
        <translation>L’aperçu ne peut pas être dessiné&#xa0;: {reason}.</translation>
    </message>
</context>
<context>
    <name>ProjectInfo</name>
    <message>
        <source>No portrait</source>
        <translation>Aucun portrait</translation>
    </message>
    <message>
        <source>eyes {n} px apart</source>
        <translation>yeux à {n}&#xa0;px</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Portrait…</source>
        <translation>Portrait…</translation>
    </message>
    <message>
        <source>Replace the portrait</source>
        <translation>Remplacer le portrait</translation>
    </message>
    <message>
        <source>Choose a portrait</source>
        <translation>Choisir un portrait</translation>
    </message>
    <message>
        <source>Choose a picture with one face</source>
        <translation>Choisir une photo avec un seul visage</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation>Aucun enregistrement</translation>
    </message>
    <message>
        <source>{duration} s</source>
        <translation>{duration}&#xa0;s</translation>
    </message>
    <message>
        <source>, {rate} kHz</source>
        <translation>, {rate}&#xa0;kHz</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Replace the recording</source>
        <translation>Remplacer l’enregistrement</translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation>Choisir un enregistrement</translation>
    </message>
    <message>
        <source>Choose a recording of speech</source>
        <translation>Choisir un enregistrement de parole</translation>
    </message>
    <message>
        <source>No words: the sound alone drives the face</source>
        <translation>Pas de mots&#xa0;: le son seul anime le visage</translation>
    </message>
    <message>
        <source>, {n} doubtful</source>
        <translation>, douteux&#xa0;: {n}</translation>
    </message>
</context>
<context>
    <name>ProjectLock</name>
    <message>
        <source>{name} is open for reading only, as its folder cannot be written; save it elsewhere to keep changes.</source>
        <translation>{name} est ouvert en lecture seule, car son dossier n’est pas accessible en écriture&#xa0;; enregistrez-le ailleurs pour garder vos modifications.</translation>
    </message>
    <message>
        <source>{name} is open on the computer {host}, and here for reading only; save it under another name, or remove {lock} if nobody has it open any more.</source>
        <translation>{name} est ouvert sur l’ordinateur {host}, et ici en lecture seule&#xa0;; enregistrez-le sous un autre nom, ou supprimez {lock} si plus personne ne l’a ouvert.</translation>
    </message>
    <message>
        <source>{name} is open in another window, and here for reading only; close it there and open it again, or save it under another name.</source>
        <translation>{name} est ouvert dans une autre fenêtre, et ici en lecture seule&#xa0;; fermez-le là-bas et rouvrez-le, ou enregistrez-le sous un autre nom.</translation>
    </message>
</context>
<context>
    <name>Ranges</name>
    <message>
        <source>{start} – {end} s</source>
        <translation>{start} – {end}&#xa0;s</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>aucun mot</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1&#xa0;mot</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n}&#xa0;mots</translation>
    </message>
    <message>
        <source>no frames</source>
        <translation>aucune image</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1&#xa0;image</translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation>{n}&#xa0;images</translation>
    </message>
    <message>
        <source>1 segment</source>
        <translation>1&#xa0;segment</translation>
    </message>
    <message>
        <source>{n} segments</source>
        <translation>{n}&#xa0;segments</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>No key is selected; press on one first.</source>
        <translation>Aucune clé n’est sélectionnée&#xa0;; cliquez d’abord sur l’une d’elles.</translation>
    </message>
    <message>
        <source>Nothing was copied yet.</source>
        <translation>Rien n’a encore été copié.</translation>
    </message>
    <message>
        <source>Nothing was edited by hand here.</source>
        <translation>Rien n’a été retouché à la main ici.</translation>
    </message>
    <message>
        <source>No frame is pinned here.</source>
        <translation>Aucune image n’est épinglée ici.</translation>
    </message>
    <message>
        <source>There is no motion yet; generate or import one.</source>
        <translation>Il n’y a pas encore de mouvement&#xa0;; générez-en ou importez-en un.</translation>
    </message>
    <message>
        <source>No channel is chosen.</source>
        <translation>Aucun canal n’est choisi.</translation>
    </message>
    <message>
        <source>The lips are locked; unlock them to edit their curves.</source>
        <translation>Les lèvres sont verrouillées&#xa0;; déverrouillez-les pour retoucher leurs courbes.</translation>
    </message>
    <message>
        <source>The expression is locked; unlock it to edit its curves.</source>
        <translation>L’expression est verrouillée&#xa0;; déverrouillez-la pour retoucher ses courbes.</translation>
    </message>
    <message>
        <source>The pose is locked; unlock it to edit its curves.</source>
        <translation>La pose est verrouillée&#xa0;; déverrouillez-la pour retoucher ses courbes.</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>{path} is not there; locate it, or take it off the list</source>
        <translation>{path} est introuvable&#xa0;; indiquez où il est, ou retirez-le de la liste</translation>
    </message>
    <message>
        <source>Open {name} in {folder}</source>
        <translation>Ouvrir {name} dans {folder}</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Localiser…</translation>
    </message>
    <message>
        <source>Show where the project is now</source>
        <translation>Indiquer où se trouve le projet</translation>
    </message>
    <message>
        <source>Locate {name}</source>
        <translation>Localiser {name}</translation>
    </message>
    <message>
        <source>Take it off the list; the file stays</source>
        <translation>Retirer de la liste&#xa0;; le fichier reste</translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation>Retirer {name} de la liste</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>Récupérer le travail non enregistré</translation>
    </message>
    <message>
        <source>Dimitra Studio did not close as it should. It has kept this work for you:</source>
        <translation>Dimitra Studio ne s’est pas fermé normalement. Ce travail a été conservé pour vous&#xa0;:</translation>
    </message>
    <message>
        <source>What differs from the saved file</source>
        <translation>Ce qui diffère du fichier enregistré</translation>
    </message>
    <message>
        <source>Compared with the saved file:</source>
        <translation>Par rapport au fichier enregistré&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Récupérer</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>&amp;Garder les deux</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Plus tard</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Travail non enregistré</translation>
    </message>
    <message>
        <source>Work that was not saved; Enter recovers it</source>
        <translation>Travail qui n’a pas été enregistré&#xa0;; Entrée le récupère</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation>Conservé le</translation>
    </message>
    <message>
        <source>Saved file</source>
        <translation>Fichier enregistré</translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>jamais enregistré</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Go on with this work; nothing is saved until you save it</source>
        <translation>Reprendre ce travail&#xa0;; rien n’est enregistré tant que vous ne le faites pas</translation>
    </message>
    <message>
        <source>This work cannot be read</source>
        <translation>Ce travail ne peut pas être lu</translation>
    </message>
    <message>
        <source>Open this work as a new project and leave the saved file as it is</source>
        <translation>Ouvrir ce travail comme nouveau projet, sans toucher au fichier enregistré</translation>
    </message>
    <message>
        <source>There is no saved file beside this work</source>
        <translation>Aucun fichier enregistré n’accompagne ce travail</translation>
    </message>
    <message>
        <source>Remove this work for ever; asks first</source>
        <translation>Supprimer définitivement ce travail, après confirmation</translation>
    </message>
    <message>
        <source>Keep all of it, and ask again at the next start</source>
        <translation>Tout garder, et reposer la question au prochain démarrage</translation>
    </message>
    <message>
        <source>Discard unsaved work</source>
        <translation>Supprimer le travail non enregistré</translation>
    </message>
    <message>
        <source>Remove the unsaved work on “{title}” for ever?</source>
        <translation>Supprimer définitivement le travail non enregistré sur «&#xa0;{title}&#xa0;»&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Name of the marker</source>
        <translation>Nom du marqueur</translation>
    </message>
    <message>
        <source>Enter keeps the name, Esc the old one</source>
        <translation>Entrée garde le nom, Échap l’ancien</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Click to move the playhead, drag to scrub. Markers: drag, double-click or F2 to rename, Delete to remove.</source>
        <translation>Cliquez pour déplacer la tête de lecture, faites glisser pour parcourir. Marqueurs&#xa0;: faire glisser, double-clic ou F2 pour renommer, Suppr pour supprimer.</translation>
    </message>
    <message>
        <source>Rename marker</source>
        <translation>Renommer le marqueur</translation>
    </message>
    <message>
        <source>Delete marker</source>
        <translation>Supprimer le marqueur</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Secondes</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
</context>
<context>
    <name>SafetyController</name>
    <message>
        <source>Look at unsaved work</source>
        <translation>Examiner le travail non enregistré</translation>
    </message>
</context>
<context>
    <name>SamplingForm</name>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same seed, words and settings give the same motion again</source>
        <translation>La même graine, les mêmes mots et réglages redonnent le même mouvement</translation>
    </message>
    <message>
        <source>Lock the seed</source>
        <translation>Verrouiller la graine</translation>
    </message>
    <message>
        <source>Throw a seed</source>
        <translation>Tirer une graine</translation>
    </message>
    <message>
        <source>Another seed, drawn at random</source>
        <translation>Une autre graine, tirée au hasard</translation>
    </message>
    <message>
        <source>Liveliness</source>
        <translation>Vivacité</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>Raccord</translation>
    </message>
    <message>
        <source>How strongly the voice drives the face; 1 is as in life, 0 nearly at rest</source>
        <translation>À quel point la voix anime le visage&#xa0;; 1 comme dans la vie, 0 presque au repos</translation>
    </message>
    <message>
        <source>Denoising steps: more take longer and are hardly better beyond 8</source>
        <translation>Étapes de débruitage&#xa0;: plus il y en a, plus c’est long, sans guère de gain au-delà de 8</translation>
    </message>
    <message>
        <source>Time inside a regenerated range in which it leads into what is around it</source>
        <translation>Durée, dans une plage régénérée, pendant laquelle elle rejoint ce qui l’entoure</translation>
    </message>
    <message>
        <source> ms</source>
        <translation>&#xa0;ms</translation>
    </message>
    <message>
        <source>The next take gets this seed again</source>
        <translation>La prochaine prise reprendra cette graine</translation>
    </message>
    <message>
        <source>Every take gets a new seed; lock it to use this one again</source>
        <translation>Chaque prise reçoit une nouvelle graine&#xa0;; verrouillez-la pour la réutiliser</translation>
    </message>
</context>
<context>
    <name>SaveChangesDialog</name>
    <message>
        <source>Save changes?</source>
        <translation>Enregistrer les modifications&#xa0;?</translation>
    </message>
    <message>
        <source>Save the changes in “{name}”?</source>
        <translation>Enregistrer les modifications de «&#xa0;{name}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Elles seront perdues si vous ne les enregistrez pas.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Write the project to its file</source>
        <translation>Écrire le projet dans son fichier</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t save</source>
        <translation>&amp;Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Give up what was changed</source>
        <translation>Abandonner les modifications</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Continuer à travailler</translation>
    </message>
</context>
<context>
    <name>SelectionInfo</name>
    <message>
        <source>Nothing is selected; drag on the timeline or the words.</source>
        <translation>Rien n’est sélectionné&#xa0;; faites glisser sur la ligne de temps ou sur les mots.</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Plage</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>{time} s, {frames}</source>
        <translation>{time}&#xa0;s, {frames}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Takes effect when Dimitra Studio is started again.</source>
        <translation>Prend effet au prochain démarrage de Dimitra Studio.</translation>
    </message>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>&amp;Réduire les animations</translation>
    </message>
    <message>
        <source>Nothing fades or slides</source>
        <translation>Ni fondus ni glissements</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Autosave every</source>
        <translation>&amp;Sauvegarde toutes les</translation>
    </message>
    <message>
        <source>Generate &amp;on</source>
        <translation>&amp;Générer sur</translation>
    </message>
    <message>
        <source>{name} (not available)</source>
        <translation>{name} (indisponible)</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Couleurs de la fenêtre</translation>
    </message>
    <message>
        <source>Language of menus and texts</source>
        <translation>Langue des menus et des textes</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>Où tournent les réseaux</translation>
    </message>
    <message>
        <source> s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>Seconds between copies of unsaved work, which are kept beside your file</source>
        <translation>Secondes entre les copies du travail non enregistré, gardées à côté de votre fichier</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Chercher une commande ou une touche</translation>
    </message>
    <message>
        <source>Shows only the commands with this in name, keys or help</source>
        <translation>N’affiche que les commandes dont le nom, les touches ou l’aide contiennent ce texte</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Print the sheet, or write it as PDF</source>
        <translation>Imprimer la fiche, ou l’écrire en PDF</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Commands with their keys</source>
        <translation>Commandes et leurs touches</translation>
    </message>
    <message>
        <source>Dimitra Studio: shortcuts</source>
        <translation>Dimitra Studio&#xa0;: raccourcis</translation>
    </message>
</context>
<context>
    <name>SoundCard</name>
    <message>
        <source>The PortAudio library is not installed, so playing is silent; install it to hear the recording.</source>
        <translation>La bibliothèque PortAudio n’est pas installée, la lecture est donc muette&#xa0;; installez-la pour entendre l’enregistrement.</translation>
    </message>
    <message>
        <source>No sound card was found, so playing is silent; connect one and look for it again.</source>
        <translation>Aucune carte son n’a été trouvée, la lecture est donc muette&#xa0;; branchez-en une et relancez la recherche.</translation>
    </message>
    <message>
        <source>The sound card has stopped working, so playing goes on silently; connect it and look for it again.</source>
        <translation>La carte son ne répond plus, la lecture continue donc sans le son&#xa0;; rebranchez-la et relancez la recherche.</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Aligning the changed words</source>
        <translation>Alignement des mots modifiés</translation>
    </message>
    <message>
        <source>Aligning the transcript</source>
        <translation>Alignement de la transcription</translation>
    </message>
    <message>
        <source>Checking the inputs</source>
        <translation>Vérification des sources</translation>
    </message>
    <message>
        <source>Checking the installation</source>
        <translation>Vérification de l’installation</translation>
    </message>
    <message>
        <source>Cutting the picture</source>
        <translation>Découpage de l’image</translation>
    </message>
    <message>
        <source>Fitting the rig</source>
        <translation>Ajustement du rig</translation>
    </message>
    <message>
        <source>Following the face</source>
        <translation>Suivi du visage</translation>
    </message>
    <message>
        <source>Generating motion</source>
        <translation>Génération du mouvement</translation>
    </message>
    <message>
        <source>Listening to the recording</source>
        <translation>Écoute de l’enregistrement</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>Chargement des réseaux</translation>
    </message>
    <message>
        <source>Looking at the portrait</source>
        <translation>Examen du portrait</translation>
    </message>
    <message>
        <source>Looking at unsaved work</source>
        <translation>Examen du travail non enregistré</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>Ouverture du projet</translation>
    </message>
    <message>
        <source>Reading the character</source>
        <translation>Lecture du personnage</translation>
    </message>
    <message>
        <source>Reading the motion</source>
        <translation>Lecture du mouvement</translation>
    </message>
    <message>
        <source>Reading the recording</source>
        <translation>Lecture de l’enregistrement</translation>
    </message>
    <message>
        <source>Writing the character</source>
        <translation>Écriture du personnage</translation>
    </message>
    <message>
        <source>Writing the curves</source>
        <translation>Écriture des courbes</translation>
    </message>
    <message>
        <source>Writing the images</source>
        <translation>Écriture des images</translation>
    </message>
    <message>
        <source>Writing the project</source>
        <translation>Écriture du projet</translation>
    </message>
    <message>
        <source>Writing the video</source>
        <translation>Écriture de la vidéo</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>The last warning</source>
        <translation>Le dernier avertissement</translation>
    </message>
    <message>
        <source>Device of the networks</source>
        <translation>Processeur des réseaux</translation>
    </message>
    <message>
        <source>Sample rate of the recording</source>
        <translation>Fréquence d’échantillonnage de l’enregistrement</translation>
    </message>
    <message>
        <source>Frame rate of the preview</source>
        <translation>Cadence de l’aperçu</translation>
    </message>
    <message>
        <source>Time of the last autosave</source>
        <translation>Heure de la dernière sauvegarde automatique</translation>
    </message>
    <message>
        <source>Whether everything is saved</source>
        <translation>Si tout est enregistré</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>Device: {name}</source>
        <translation>Processeur&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Recording: {n} kHz</source>
        <translation>Enregistrement&#xa0;: {n}&#xa0;kHz</translation>
    </message>
    <message>
        <source>Preview: {n} fps</source>
        <translation>Aperçu&#xa0;: {n}&#xa0;i/s</translation>
    </message>
    <message>
        <source>Autosaved at {time}</source>
        <translation>Sauvegarde automatique à {time}</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
</context>
<context>
    <name>StrengthPanel</name>
    <message>
        <source>Sound delay</source>
        <translation>Retard du son</translation>
    </message>
    <message>
        <source>How long the sound comes after the picture; negative for before</source>
        <translation>De combien le son vient après l’image&#xa0;; négatif pour avant</translation>
    </message>
    <message>
        <source> ms</source>
        <translation>&#xa0;ms</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Lèvres</translation>
    </message>
    <message>
        <source>How far the lips and the jaw move</source>
        <translation>Amplitude des lèvres et de la mâchoire</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>How far brows, cheeks, eyes and the corners of the mouth move</source>
        <translation>Amplitude des sourcils, des joues, des yeux et des coins de la bouche</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>How far the head moves away from its rest</source>
        <translation>De combien la tête s’éloigne de sa position de repos</translation>
    </message>
    <message>
        <source>Blinks</source>
        <translation>Clignements</translation>
    </message>
    <message>
        <source>How far the lids close in a blink</source>
        <translation>De combien les paupières se ferment en clignant</translation>
    </message>
    <message>
        <source>{part} strength</source>
        <translation>Intensité&#xa0;: {part}</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Mute {part}</source>
        <translation>Figer&#xa0;: {part}</translation>
    </message>
    <message>
        <source>{part}: hold still, or move again as before</source>
        <translation>{part}&#xa0;: immobiliser, ou laisser bouger comme avant</translation>
    </message>
</context>
<context>
    <name>TakeDelegate</name>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>TakeItemModel</name>
    <message>
        <source>{part}: locked; click to unlock</source>
        <translation>{part}&#xa0;: verrou actif&#xa0;; cliquer pour déverrouiller</translation>
    </message>
    <message>
        <source>{part}: click to lock it against every change</source>
        <translation>{part}&#xa0;: cliquer pour verrouiller contre tout changement</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prise</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Take B, which what is shown is compared with</source>
        <translation>Prise&#xa0;B, à laquelle est comparé ce qui est affiché</translation>
    </message>
    <message>
        <source>{take} is take B; click to stop comparing</source>
        <translation>{take} est la prise&#xa0;B&#xa0;; cliquer pour cesser de comparer</translation>
    </message>
    <message>
        <source>Compare with {take}</source>
        <translation>Comparer avec {take}</translation>
    </message>
    <message>
        <source>{part}: shown from {take}</source>
        <translation>{part}&#xa0;: source&#xa0;{take}</translation>
    </message>
    <message>
        <source>{part}: locked; unlock it to show it from {take}</source>
        <translation>{part}&#xa0;: verrou actif&#xa0;; déverrouiller pour afficher {take}</translation>
    </message>
    <message>
        <source>{part}: shown from {take} in a part; click for all of it</source>
        <translation>{part}&#xa0;: source&#xa0;{take} en partie&#xa0;; cliquer pour le tout</translation>
    </message>
    <message>
        <source>{part}: click to show it from {take}</source>
        <translation>{part}&#xa0;: cliquer pour afficher {take}</translation>
    </message>
</context>
<context>
    <name>TakeMenu</name>
    <message>
        <source>Show this take</source>
        <translation>Afficher cette prise</translation>
    </message>
    <message>
        <source>Use in the selection</source>
        <translation>Utiliser dans la sélection</translation>
    </message>
    <message>
        <source>Use in the selection, only…</source>
        <translation>Utiliser dans la sélection, seulement…</translation>
    </message>
    <message>
        <source>Remove mixed takes in the selection</source>
        <translation>Retirer les prises mêlées dans la sélection</translation>
    </message>
    <message>
        <source>Compare with this take</source>
        <translation>Comparer avec cette prise</translation>
    </message>
    <message>
        <source>Copy the settings to the inspector</source>
        <translation>Copier les réglages dans l’inspecteur</translation>
    </message>
    <message>
        <source>Generate again with these settings</source>
        <translation>Régénérer avec ces réglages</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Lock: {part}</source>
        <translation>Verrouiller&#xa0;: {part}</translation>
    </message>
</context>
<context>
    <name>Takes</name>
    <message>
        <source>generated</source>
        <translation>générée</translation>
    </message>
    <message>
        <source>from a video</source>
        <translation>d’une vidéo</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importée</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>retouchée à la main</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>graine&#xa0;{seed}</translation>
    </message>
    <message>
        <source>the whole recording</source>
        <translation>tout l’enregistrement</translation>
    </message>
    <message>
        <source>{origin}: {parts}, {span}</source>
        <translation>{origin}&#xa0;: {parts}, {span}</translation>
    </message>
    <message>
        <source>; seed {seed}, liveliness {guidance}, {steps} steps, seam {seam} ms</source>
        <translation>&#xa0;; graine&#xa0;{seed}, vivacité {guidance}, étapes&#xa0;: {steps}, raccord {seam}&#xa0;ms</translation>
    </message>
    <message>
        <source>; made from {take}</source>
        <translation>&#xa0;; issue de {take}</translation>
    </message>
</context>
<context>
    <name>TakesController</name>
    <message>
        <source>Show {take}</source>
        <translation>Afficher {take}</translation>
    </message>
    <message>
        <source>Use {take} in the selection</source>
        <translation>Utiliser {take} dans la sélection</translation>
    </message>
    <message>
        <source>Remove patches</source>
        <translation>Retirer les prises mêlées</translation>
    </message>
    <message>
        <source>Rename {take}</source>
        <translation>Renommer {take}</translation>
    </message>
    <message>
        <source>Delete {take}</source>
        <translation>Supprimer {take}</translation>
    </message>
    <message>
        <source>Duplicate {take}</source>
        <translation>Dupliquer {take}</translation>
    </message>
    <message>
        <source>Lock {name}</source>
        <translation>Verrouiller&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Unlock {name}</source>
        <translation>Déverrouiller&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Strength of {name}</source>
        <translation>Intensité&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Delay of the sound</source>
        <translation>Retard du son</translation>
    </message>
    <message>
        <source>There is only one take; generate another to compare.</source>
        <translation>Il n’y a qu’une prise&#xa0;; générez-en une autre pour comparer.</translation>
    </message>
    <message>
        <source>No take is compared; choose take B first.</source>
        <translation>Aucune prise n’est comparée&#xa0;; choisissez d’abord la prise&#xa0;B.</translation>
    </message>
</context>
<context>
    <name>TakesPanel</name>
    <message>
        <source>Takes</source>
        <translation>Prises</translation>
    </message>
    <message>
        <source>No takes yet. Generate, and each result appears here.</source>
        <translation>Pas encore de prises. Générez, et chaque résultat apparaîtra ici.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Unmix</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More to do with this take</source>
        <translation>Autres actions sur cette prise</translation>
    </message>
    <message>
        <source>Faster than usual where takes meet: {channels}. A longer seam or smoothing helps.</source>
        <translation>Plus rapides que d’ordinaire à la jonction des prises&#xa0;: {channels}. Un raccord plus long ou un lissage y remédie.</translation>
    </message>
    <message>
        <source>Show this take from start to end (Enter)</source>
        <translation>Afficher cette prise du début à la fin (Entrée)</translation>
    </message>
    <message>
        <source>Show this take in the selected range</source>
        <translation>Afficher cette prise dans la plage sélectionnée</translation>
    </message>
    <message>
        <source>Show the selected range, or everything without one, as before it was mixed</source>
        <translation>Afficher la plage sélectionnée, ou à défaut le tout, comme avant le mélange</translation>
    </message>
    <message>
        <source>There is no take yet</source>
        <translation>Il n’y a pas encore de prise</translation>
    </message>
    <message>
        <source>There is no take yet; generate one first</source>
        <translation>Il n’y a pas encore de prise&#xa0;; générez-en d’abord une</translation>
    </message>
    <message>
        <source>Lips, expression and head are locked</source>
        <translation>Lèvres, expression et tête sont verrouillées</translation>
    </message>
    <message>
        <source>Select a range on the timeline first</source>
        <translation>Sélectionnez d’abord une plage sur la ligne de temps</translation>
    </message>
    <message>
        <source>This take was not generated, so it has no settings</source>
        <translation>Cette prise n’a pas été générée, elle n’a donc pas de réglages</translation>
    </message>
    <message>
        <source>No other take is mixed in here</source>
        <translation>Aucune autre prise n’est mêlée ici</translation>
    </message>
    <message>
        <source>A locked part is shown from this take</source>
        <translation>Une partie verrouillée vient de cette prise</translation>
    </message>
</context>
<context>
    <name>TimeDisplay</name>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>{timecode}, {seconds} s, frame {frame}; click for another unit</source>
        <translation>{timecode}, {seconds}&#xa0;s, image&#xa0;{frame}&#xa0;; cliquer pour changer d’unité</translation>
    </message>
    <message>
        <source> s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source> frames</source>
        <translation>&#xa0;images</translation>
    </message>
</context>
<context>
    <name>TimelineFrame</name>
    <message>
        <source>Timeline</source>
        <translation>Ligne de temps</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Générer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
</context>
<context>
    <name>TrackMouse</name>
    <message>
        <source>{channel}  {value}   {time} s, frame {frame}</source>
        <translation>{channel}  {value}   {time}&#xa0;s, image&#xa0;{frame}</translation>
    </message>
    <message>
        <source>Beyond the limits of the rig</source>
        <translation>Au-delà des limites du rig</translation>
    </message>
</context>
<context>
    <name>TrackStack</name>
    <message>
        <source>Position of the playhead</source>
        <translation>Position de la tête de lecture</translation>
    </message>
    <message>
        <source>{seconds} s · {frame} · {timecode}</source>
        <translation>{seconds}&#xa0;s · {frame} · {timecode}</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forme d’onde</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spectrogramme</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Phonemes</source>
        <translation>Phonèmes</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Lèvres</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Pose</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>{start} s</source>
        <translation>{start}&#xa0;s</translation>
    </message>
    <message>
        <source>heard with {percent} %</source>
        <translation>entendu à {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>drafted, heard with {percent} %</source>
        <translation>ébauché, entendu à {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>typed, not aligned yet</source>
        <translation>saisi, pas encore aligné</translation>
    </message>
    <message>
        <source>borders set by hand</source>
        <translation>bornes posées à la main</translation>
    </message>
    <message>
        <source>not heard; its time is estimated</source>
        <translation>pas entendu&#xa0;; temps estimé</translation>
    </message>
    <message>
        <source>Regenerates {components} {where} ({words})</source>
        <translation>Régénère {components} {where} ({words})</translation>
    </message>
    <message>
        <source>{components} stays.</source>
        <translation>sans changement&#xa0;: {components}.</translation>
    </message>
    <message>
        <source>{components} stay.</source>
        <translation>sans changement&#xa0;: {components}.</translation>
    </message>
    <message>
        <source>from {start} to {end} s</source>
        <translation>de {start} à {end}&#xa0;s</translation>
    </message>
    <message>
        <source>in {n} places {where}, {length} s in all,</source>
        <translation>à {n}&#xa0;endroits {where}, {length}&#xa0;s en tout,</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} et {last}</translation>
    </message>
</context>
<context>
    <name>TranscriptController</name>
    <message>
        <source>Correct the text</source>
        <translation>Corriger le texte</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Changer le texte</translation>
    </message>
    <message>
        <source>Draft of the transcript</source>
        <translation>Ébauche de la transcription</translation>
    </message>
    <message>
        <source>Align the transcript</source>
        <translation>Aligner la transcription</translation>
    </message>
    <message>
        <source>Move a word</source>
        <translation>Déplacer un mot</translation>
    </message>
    <message>
        <source>Shift words</source>
        <translation>Décaler des mots</translation>
    </message>
    <message>
        <source>Move a phoneme</source>
        <translation>Déplacer un phonème</translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation>{name}&#xa0;: écriture terminée.</translation>
    </message>
    <message>
        <source>There is no recording to listen to; drop one into the window.</source>
        <translation>Il n’y a pas d’enregistrement à écouter&#xa0;; déposez-en un dans la fenêtre.</translation>
    </message>
    <message>
        <source>Aligning the changed words</source>
        <translation>Alignement des mots modifiés</translation>
    </message>
    <message>
        <source>Align changed words</source>
        <translation>Aligner les mots modifiés</translation>
    </message>
    <message>
        <source>There is no recording yet; drop one into the window.</source>
        <translation>Il n’y a pas encore d’enregistrement&#xa0;; déposez-en un dans la fenêtre.</translation>
    </message>
    <message>
        <source>There are no words yet; type or import them.</source>
        <translation>Il n’y a pas encore de mots&#xa0;; saisissez-les ou importez-les.</translation>
    </message>
</context>
<context>
    <name>TranscriptDoubts</name>
    <message>
        <source>Previous doubtful word</source>
        <translation>Mot douteux précédent</translation>
    </message>
    <message>
        <source>Go to the doubtful word before</source>
        <translation>Aller au mot douteux précédent</translation>
    </message>
    <message>
        <source>Next doubtful word</source>
        <translation>Mot douteux suivant</translation>
    </message>
    <message>
        <source>Go to the doubtful word after</source>
        <translation>Aller au mot douteux suivant</translation>
    </message>
    <message>
        <source>Doubtful words</source>
        <translation>Mots douteux</translation>
    </message>
    <message>
        <source>The times of {n} words are estimated; press Align to find them.</source>
        <translation>Mots dont le temps est estimé&#xa0;: {n}&#xa0;; cliquez sur Aligner pour le trouver.</translation>
    </message>
    <message>
        <source>1 word was not heard clearly: {words}</source>
        <translation>1&#xa0;mot n’a pas été entendu clairement&#xa0;: {words}</translation>
    </message>
    <message>
        <source>{n} words were not heard clearly: {words}</source>
        <translation>{n}&#xa0;mots n’ont pas été entendus clairement&#xa0;: {words}</translation>
    </message>
    <message>
        <source>{words} and {n} more</source>
        <translation>{words} et {n} de plus</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
</context>
<context>
    <name>TranscriptHeader</name>
    <message>
        <source>Transcribe</source>
        <translation>Transcrire</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Aligner</translation>
    </message>
    <message>
        <source>Import a transcript</source>
        <translation>Importer une transcription</translation>
    </message>
    <message>
        <source>Read words from a text, TextGrid, SRT, WebVTT or JSON file</source>
        <translation>Lire les mots d’un fichier texte, TextGrid, SRT, WebVTT ou JSON</translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation>Exporter la transcription</translation>
    </message>
    <message>
        <source>Write the words and their times as TextGrid, SRT, WebVTT or JSON</source>
        <translation>Écrire les mots et leurs temps en TextGrid, SRT, WebVTT ou JSON</translation>
    </message>
    <message>
        <source>Correct the text</source>
        <translation>Corriger le texte</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Changer le texte</translation>
    </message>
    <message>
        <source>Write down what a recogniser hears, as a draft to be corrected</source>
        <translation>Noter ce qu’entend un moteur de reconnaissance, comme ébauche à corriger</translation>
    </message>
    <message>
        <source>Find again when each word is said</source>
        <translation>Retrouver à quel moment chaque mot est dit</translation>
    </message>
    <message>
        <source>What typing does</source>
        <translation>Effet de la saisie</translation>
    </message>
    <message>
        <source>Words are written otherwise; their times and the motion stay</source>
        <translation>Les mots s’écrivent autrement&#xa0;; leurs temps et le mouvement restent</translation>
    </message>
    <message>
        <source>Something else is said: changed words are aligned again and marked, so that their motion can be generated anew</source>
        <translation>Autre chose est dit&#xa0;: les mots modifiés sont réalignés et marqués, pour que leur mouvement puisse être régénéré</translation>
    </message>
</context>
<context>
    <name>TranscriptInvitation</name>
    <message>
        <source>No words yet</source>
        <translation>Pas encore de mots</translation>
    </message>
    <message>
        <source>With the words, lips close where they must. Let them be drafted from the sound, import them, or type below what is said and align it.</source>
        <translation>Avec les mots, les lèvres se ferment là où il faut. Faites-en une ébauche d’après le son, importez-les, ou saisissez ci-dessous ce qui est dit et alignez-le.</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transcrire</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Read words from a text, TextGrid, SRT, WebVTT or JSON file</source>
        <translation>Lire les mots d’un fichier texte, TextGrid, SRT, WebVTT ou JSON</translation>
    </message>
    <message>
        <source>Write down what a recogniser hears, as a draft to be corrected</source>
        <translation>Noter ce qu’entend un moteur de reconnaissance, comme ébauche à corriger</translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Type or paste what is said…</source>
        <translation>Saisissez ou collez ce qui est dit…</translation>
    </message>
    <message>
        <source>Align with the recording</source>
        <translation>Aligner avec l’enregistrement</translation>
    </message>
    <message>
        <source>Words are being worked on</source>
        <translation>Un traitement des mots est en cours</translation>
    </message>
    <message>
        <source>No word was changed since the motion was generated.</source>
        <translation>Aucun mot n’a changé depuis que le mouvement a été généré.</translation>
    </message>
    <message>
        <source>Type or paste what is said first.</source>
        <translation>Saisissez ou collez d’abord ce qui est dit.</translation>
    </message>
    <message>
        <source>Find when each of these words is said</source>
        <translation>Trouver à quel moment chacun de ces mots est dit</translation>
    </message>
</context>
<context>
    <name>TranscriptRegeneration</name>
    <message>
        <source>Regenerate changed segments</source>
        <translation>Régénérer les segments modifiés</translation>
    </message>
    <message>
        <source>No word was changed since the motion was generated.</source>
        <translation>Aucun mot n’a changé depuis que le mouvement a été généré.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Selected range</source>
        <translation>Plage sélectionnée</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>In {start}  Out {end}  ({length} s)</source>
        <translation>De {start} à {end} ({length}&#xa0;s)</translation>
    </message>
    <message>
        <source>Volume: {n} %</source>
        <translation>Volume&#xa0;: {n}&#xa0;%</translation>
    </message>
    <message>
        <source>{why} Click to look for it.</source>
        <translation>{why} Cliquez pour relancer la recherche.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Play the selection, or everything, again and again</source>
        <translation>Lire en boucle la sélection, ou le tout</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Couper le son</translation>
    </message>
    <message>
        <source>Play without sound</source>
        <translation>Lire sans le son</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Pas de son</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>How many times as fast it plays; the pitch follows</source>
        <translation>Combien de fois plus vite&#xa0;; la hauteur du son suit</translation>
    </message>
    <message>
        <source>There is nothing to play yet</source>
        <translation>Il n’y a encore rien à lire</translation>
    </message>
    <message>
        <source>Play from the playhead</source>
        <translation>Lire à partir de la tête de lecture</translation>
    </message>
    <message>
        <source>Go to the start</source>
        <translation>Aller au début</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Une image en arrière</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Une image en avant</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Aller à la fin</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>{tooltip}
Double-click the slider, or press Delete on it, to reset.</source>
        <translation>{tooltip}
Double-cliquez sur le curseur, ou appuyez sur Suppr, pour réinitialiser.</translation>
    </message>
</context>
<context>
    <name>ViewButtons</name>
    <message>
        <source>Show the whole recording</source>
        <translation>Afficher tout l’enregistrement</translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation>Afficher la sélection</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Back to the view before the zoom</source>
        <translation>Revenir à la vue d’avant le zoom</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spectrogramme</translation>
    </message>
    <message>
        <source>Follow the playhead while playing</source>
        <translation>Suivre la tête pendant la lecture</translation>
    </message>
    <message>
        <source>Show the selection (nothing is selected: drag in a row)</source>
        <translation>Afficher la sélection (rien n’est sélectionné&#xa0;: faites glisser dans une ligne)</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Projects that you saved will be listed here.</source>
        <translation>Les projets que vous enregistrez apparaîtront ici.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau projet</translation>
    </message>
    <message>
        <source>Begin with a portrait and a voice</source>
        <translation>À partir d’un portrait et d’une voix</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Go on with a project</source>
        <translation>Reprendre un projet</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Look around in a finished clip</source>
        <translation>Découvrir un plan terminé</translation>
    </message>
</context>
<context>
    <name>WordsItem</name>
    <message>
        <source>aligned with the sound</source>
        <translation>aligné sur le son</translation>
    </message>
    <message>
        <source>heard by the recogniser</source>
        <translation>entendu par le moteur de reconnaissance</translation>
    </message>
    <message>
        <source>typed, not yet aligned</source>
        <translation>saisi, pas encore aligné</translation>
    </message>
    <message>
        <source>moved by hand</source>
        <translation>déplacé à la main</translation>
    </message>
    <message>
        <source>estimated: could not be aligned</source>
        <translation>estimé&#xa0;: n’a pas pu être aligné</translation>
    </message>
    <message>
        <source>{text}
{start} to {end} s
{source}, confidence {percent} %</source>
        <translation>{text}
{start} à {end}&#xa0;s
{source}, confiance {percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>WriterThread</name>
    <message>
        <source>The file could not be written: {reason}.</source>
        <translation>Le fichier n’a pas pu être écrit&#xa0;: {reason}.</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Done in {seconds} s</source>
        <translation>Terminé en {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Type a part of the channel&apos;s name</source>
        <translation>Taper une partie du nom du canal</translation>
    </message>
</context>
</TS>
