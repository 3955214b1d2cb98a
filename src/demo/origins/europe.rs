//! Names of Europe and the Caucasus.

use super::Custom::Two;
use super::Origin;

pub(super) const ORIGINS: &[Origin] = &[
    Origin::of(
        "LT",
        9,
        "lt+ru",
        [
            "Tomas, Mantas, Žygimantas, Vytautas, Jonas, Šarūnas, Algirdas, Kęstutis, Darius, Ąžuolas, Giedrius, Rokas",
            "Rūta, Eglė, Živilė, Jūratė, Daiva",
            "Kazlauskas/Kazlauskienė, Žukauskas/Žukauskaitė, Šimkus/Šimkutė, Stankevičius/Stankevičienė, Grigas/Grigienė, \
         Čepulis/Čepulytė, Bružas/Bružienė, Vaičiūnas/Vaičiūnaitė, Juškevičius/Juškevičiūtė, Žąsinas/Žąsinienė",
        ],
    ),
    Origin::of(
        "PL",
        9,
        "pl",
        [
            "Łukasz, Paweł, Michał, Stanisław, Krzysztof, Grzegorz, Wojciech, Rafał, Sławomir, Jędrzej, Bożydar, Szymon",
            "Małgorzata, Bożena, Agnieszka, Elżbieta",
            "Wiśniewski/Wiśniewska, Wójcik, Dąbrowski/Dąbrowska, Kamiński/Kamińska, Szczęsny/Szczęsna, Zając, Gołębiowski/Gołębiowska, \
         Różański/Różańska, Ździebło, Krawczyk, Błaszczyk, Pietrzak",
        ],
    ),
    Origin::of(
        "RO",
        8,
        "ro+it",
        [
            "Ștefan, Ionuț, Mihăiță, Răzvan, Cătălin, Gheorghe, Vasile, Florin, Dănuț, Sorin, Bogdan, Călin",
            "Ștefania, Mălina, Ileana, Brândușa",
            "Popescu, Ionescu, Țurcanu, Bălan, Stănescu, Văcărescu, Șerban, Mureșan, Câmpeanu, Pârvu, Ciobănașu, Lăcătuș",
        ],
    ),
    Origin::of(
        "LV",
        3,
        "lv ru+ru",
        [
            "Jānis, Andris, Kārlis, Mārtiņš, Ģirts, Pēteris, Ēriks, Uldis, Ņikita, Kaspars",
            "Līga, Ilze, Kristīne, Žanete",
            "Bērziņš/Bērziņa, Kalniņš/Kalniņa, Ķēniņš/Ķēniņa, Ļaksa, Šķēle, Ozoliņš/Ozoliņa, Žagars/Žagare, Grīnbergs/Grīnberga, Vītols/Vītola",
        ],
    ),
    Origin::of(
        "EE",
        2,
        "et ru+fi",
        [
            "Jüri, Tõnu, Märt, Ülo, Mihkel, Ott, Rasmus, Väino, Sergei",
            "Ülle, Õie, Kärt",
            "Tamm, Mägi, Põder, Kõiv, Jõgi, Pärn, Õunapuu, Rüütel, Šults",
        ],
    ),
    Origin::of(
        "SE",
        2,
        "sv",
        [
            "Åke, Göran, Björn, Sören, Håkan, Jörgen, Linus, Nils-Åke",
            "Åsa, Märta, Malin",
            "Öberg, Sjögren, Åkesson, Lindström, Ängquist, Bäckström, von Essen",
        ],
    ),
    Origin::of(
        "DK",
        2,
        "da",
        [
            "Søren, Jørgen, Bjørn, Åge, Mikkel, Esbjørn, Troels",
            "Åse, Bodil, Kirsten, Karen-Sofie",
            "Sørensen, Østergaard, Kjær, Ærø, Nørgaard, Bøgh, Ågård, Møller-Præst",
        ],
    ),
    Origin::of(
        "NO",
        1,
        "nb",
        [
            "Øystein, Håkon, Pål, Kåre, Åsmund, Torbjørn",
            "Åshild, Bjørg, Sølvi",
            "Ødegård, Åsheim, Sæther, Bråten, Løkås, Grønnæss",
        ],
    ),
    Origin::of(
        "FI",
        1,
        "fi sv se+sv",
        [
            "Väinö, Yrjö, Jyrki, Áilu, Niilas, Veikko",
            "Päivi, Änne, Elle-Máret",
            "Hämäläinen, Määttänen, Pöyhönen, Lämsä, Sámmol, Näkkäläjärvi",
        ],
    ),
    Origin::of(
        "IS",
        1,
        "is",
        [
            "Þórður, Guðmundur, Sæþór, Ægir, Jón, Hróðmar, Ísleifur, Þröstur",
            "Þórdís, Guðrún, Sigríður, Ásta",
            "Jónsson/Jónsdóttir, Þorláksson/Þorláksdóttir, Sigurðsson/Sigurðardóttir, Bjarnason/Bjarnadóttir, Eiríksson/Eiríksdóttir, \
         Ægisson/Ægisdóttir",
        ],
    ),
    Origin::of(
        "DE",
        2,
        "de tr",
        [
            "Jürgen, Götz, Björn, Hans-Jürg, Lutz, Sören",
            "Käthe, Bärbel, Jördis",
            "Müller, Großmann, Weiß, Schäfer, Krüger-Löwe, Böttcher, von der Mühlen",
        ],
    ),
    Origin::of(
        "NL",
        2,
        "nl ar+de",
        [
            "Daniël, Maarten, Joël, Sjoerd, Jurriën, Mohamed",
            "Anaïs, Loïs, Femke",
            "van der Berg, de Groot, Çelik, 't Hart, El Khattabi, van ’t Veer, Noël",
        ],
    ),
    Origin::of(
        "FR",
        2,
        "fr ar",
        [
            "François, Jérôme, Loïc, Théo, Benoît, Jean-Noël, Karim, Gaël",
            "Hélène, Zoé, Maëlle, Marie-Ève",
            "Lefèvre, Lecœur, Gauthier, Châtel, D’Aubigné, Ménard, Garçonnet, Benaïssa, Châtelain",
        ],
    ),
    Origin::of(
        "GB",
        2,
        "en",
        [
            "Callum, Dwayne, Siôn, Rhys, Jermaine, Ieuan",
            "Siân, Zoë, Leanne",
            "O’Connor, MacÀidh, Llŷr-Davies, Okafor-Smith, Featherstonehaugh, Gruffydd, Patel",
        ],
    ),
    Origin::of(
        "IE",
        1,
        "en ga",
        [
            "Seán, Ciarán, Pádraig, Tadhg, Oisín",
            "Sinéad, Róisín, Áine",
            "Ó Murchú/Ní Mhurchú, O’Sullivan, Mac Giolla Phádraig, Ó Súilleabháin/Ní Shúilleabháin, Breathnach",
        ],
    ),
    Origin::of(
        "ES",
        3,
        "es ca+ca",
        [
            "José María, Álvaro, Iñigo, Ángel, Jesús, Borja, Jordi, Agustín",
            "Begoña, María José, Nuria, Inés",
            "Núñez, García, Muñoz, Ibáñez, Peña, Güell, Fernández, Solà, Vázquez",
        ],
    )
    .by(Two),
    Origin::of(
        "PT",
        2,
        "pt+es",
        [
            "João, Simão, Gonçalo, Estêvão, Tomé, Luís",
            "Conceição, Inês, Lídia",
            "Gonçalves, Magalhães, da Conceição, Simões, Araújo, Brandão, Lourenço",
        ],
    )
    .by(Two),
    Origin::of(
        "IT",
        2,
        "it",
        [
            "Niccolò, Salvatore, Calogero, Gianluca, Giosuè, Mosè",
            "Noemi, Lucìa, Chiara",
            "D’Angelo, Dell’Orto, Falcò, De Santis, Nardò, Cantù, Esposito",
        ],
    ),
    Origin::of(
        "MT",
        1,
        "mt en+it",
        [
            "Ġorġ, Ġużeppi, Mikiel, Żeppi, Karmenu",
            "Ġiża, Marija, Ċensa",
            "Ħaber, Żammit, Buħaġiar, Ċassar, Abela, Għarb",
        ],
    ),
    Origin::of(
        "HU",
        2,
        "hu+de",
        [
            "László, Győző, Jenő, Ernő, Gergő, Zoltán, Béla, Csaba, Áron",
            "Erzsébet, Gyöngyi, Tünde, Réka",
            "Kovács, Szőke, Erdős, Petőházi, Tóth, Fűzfa, Gyűrűs, Nagy, Hegedűs, Bőde",
        ],
    ),
    Origin::of(
        "CZ",
        2,
        "cs+sk",
        [
            "Jiří, Ondřej, Řehoř, Tomáš, Zdeněk, Matěj, Bořivoj, Vojtěch",
            "Jiřina, Božena, Anežka",
            "Dvořák/Dvořáková, Příhoda/Příhodová, Němec/Němcová, Růžička/Růžičková, Šťastný/Šťastná, Ďurďa/Ďurďová, Kříž/Křížová, Čížek/Čížková",
        ],
    ),
    Origin::of(
        "SK",
        1,
        "sk hu+cs",
        [
            "Ľubomír, Ľuboš, Matúš, Tomáš, Dušan, Maroš",
            "Ľudmila, Žofia, Zuzana",
            "Kováč/Kováčová, Hlaváč/Hlaváčová, Ďurica/Ďuricová, Hrdlička/Hrdličková, Vŕba/Vŕbová, Kôň/Kôňová, Ťažký/Ťažká",
        ],
    ),
    Origin::of(
        "SI",
        1,
        "sl+hr",
        [
            "Matjaž, Žiga, Aleš, Boštjan, Uroš, Janez",
            "Špela, Živa, Maša",
            "Novak, Kovačič, Žagar, Hočevar, Božič, Krašovec",
        ],
    ),
    Origin::of(
        "HR",
        2,
        "hr+de",
        [
            "Željko, Hrvoje, Tihomir, Krešimir, Siniša, Đuro",
            "Željka, Ružica, Mirjana",
            "Horvat, Kovačević, Đurić, Šarić, Župan, Ćosić, Perišić",
        ],
    ),
    Origin::of(
        "RS",
        3,
        "sr+de",
        [
            "Đorđe, Miloš, Nebojša, Saša, Slaviša, Uroš, Živojin, Ljubiša",
            "Ana, Svetlana, Đurđica, Snežana",
            "Petrović, Đorđević, Stojković, Živković, Šešelj, Ćirić, Božović, Nikčević",
        ],
    ),
    Origin::of(
        "BA",
        2,
        "bs sr hr+de",
        [
            "Emir, Senad, Haris, Đemal, Nedžad, Željko",
            "Amra, Šejla, Nadža",
            "Hadžić, Begović, Đozić, Šabanović, Ćatić, Kovačević, Imširović",
        ],
    ),
    Origin::of(
        "MK",
        1,
        "mk sq+sr",
        [
            "Gjorgji, Kočo, Trajče, Blagoj, Arbën",
            "Slavica, Snežana, Valbona",
            "Trajkovski/Trajkovska, Dimovski/Dimovska, Kočovski/Kočovska, Šaqiri, Ristovski/Ristovska",
        ],
    ),
    Origin::of(
        "AL",
        5,
        "sq+it el",
        [
            "Agron, Përparim, Luan, Besnik, Ylli, Çlirim, Skënder, Gëzim, Fatos",
            "Çeljeta, Vjollca, Gëzime",
            "Hoxha, Çela, Gjonaj, Përmeti, Dervishi, Kërçova, Meçe, Shkëmbi, Kaçeli, Xhaçka",
        ],
    ),
    Origin::of(
        "BG",
        2,
        "bg tr+ru",
        [
            "Georgi, Dimitar, Hristo, Plamen, Krasimir, Asen, Yordan",
            "Tsvetelina, Boryana, Vesela",
            "Ivanov/Ivanova, Dimitrov/Dimitrova, Kolev/Koleva, Hadzhiev/Hadzhieva, Stoyanov/Stoyanova",
        ],
    )
    .written("Георги/Стоянов, Красимир/Димитров"),
    Origin::of(
        "GR",
        1,
        "el",
        [
            "Giórgos, Níkos, Vasílis, Sotíris, Panagiótis",
            "Eléni, María, Déspina",
            "Papadópoulos/Papadopoúlou, Nikolaḯdis/Nikolaḯdou, Pappás/Pappá, Karrás/Karrá",
        ],
    )
    .written("Σωτήρης/Παπαδόπουλος"),
    Origin::of(
        "UA",
        4,
        "uk ru+ru pl",
        [
            "Oleksandr, Volodymyr, Andrii, Taras, Mykhailo, Ihor, Yevhenii",
            "Olena, Nataliia, Oksana",
            "Shevchenko, Kovalenko, Bondarenko, Tkachuk, Melnyk, Chornovil, Zelinskyi/Zelinska, Lukianchuk",
        ],
    )
    .written("Тарас/Шевчук"),
    Origin::of(
        "RU",
        3,
        "ru+uk",
        [
            "Sergey, Dmitriy, Aleksey, Artyom, Fyodor, Vyacheslav, Pyotr",
            "Tatyana, Yekaterina, Lyubov",
            "Ivanov/Ivanova, Smirnov/Smirnova, Kuznetsov/Kuznetsova, Vasilyev/Vasilyeva, Solovyov/Solovyova, Shcherbakov/Shcherbakova",
        ],
    ),
    Origin::of(
        "MD",
        1,
        "ro ru+ru",
        [
            "Ion, Vitalie, Tudor, Grigore, Veaceslav",
            "Ludmila, Angela, Sânziana",
            "Rusu, Țurcan, Ciobanu, Munteanu, Găină, Ceban",
        ],
    ),
    Origin::of(
        "GE",
        3,
        "ka+ru",
        [
            "Giorgi, Davit, Levan, Zurab, Irakli, Vakhtang",
            "Nino, Tamar, Ketevan",
            "Beridze, Kapanadze, Gelashvili, Maisuradze, Lomidze, Ts’iklauri, Tsertsvadze",
        ],
    )
    .written("გიორგი/ბერიძე, ლევანი/მაისურაძე"),
    Origin::of(
        "AM",
        1,
        "hy+ru",
        [
            "Armen, Hayk, Tigran, Gevorg, Vardan",
            "Anahit, Siranush",
            "Harutyunyan, Petrosyan, Ghazaryan, Ter-Grigoryan, Mkrtchyan",
        ],
    ),
    Origin::of(
        "AZ",
        1,
        "az+ru tr",
        [
            "Əli, Elçin, Rəşad, Vüqar, Tərlan, Şahin",
            "Günel, Aygün, Çinarə",
            "Əliyev/Əliyeva, Məmmədov/Məmmədova, Hüseynov/Hüseynova, Qasımov/Qasımova, Cəfərov/Cəfərova",
        ],
    ),
    Origin::of(
        "TR",
        4,
        "tr ku+de",
        [
            "İbrahim, Işık, Çağrı, Oğuz, Ümit, Şükrü, Özgür, Uğur, Yiğit, Rıza",
            "Gülşen, Ayşegül, Nurgül, Işıl",
            "Yılmaz, Çelik, Şahin, Öztürk, Işık, Kılıç, Güneş, Doğan, İnönü, Sarıoğlu, Çığ",
        ],
    ),
];
